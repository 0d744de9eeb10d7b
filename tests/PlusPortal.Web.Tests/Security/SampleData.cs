using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Absences;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Domain.Texts;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Security;

/// <summary>One of everything that a route may name, all of one support actor, so that each page really has something to show.</summary>
public sealed partial class SampleData
{
    private readonly Dictionary<string, string> values = [];

    /// <summary>Actor that owns it all.</summary>
    public required SupportOffer Offer { get; init; }

    /// <summary>A request that it was sent.</summary>
    public required OrientationRequest Request { get; init; }

    /// <summary>Its referral.</summary>
    public required Referral Referral { get; init; }

    /// <summary>Stores it.</summary>
    public static async Task<SampleData> CreateAsync(PortalFixture fixture)
    {
        var offer = A.SupportOffer().Covering("54").Build();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        request.RequestInformation(referral.Id, "Une question ?", A.Partner(), A.Now, A.Day);
        var follower = request.InviteFollower("Alix Inventée", $"suit{A.Number()}@example.org", Author.Structure, A.Now.AddMonths(6))!;
        await fixture.StoreAsync(request, offer);
        var revision = OfferRevision.Propose(offer, offer.Content with { Title = "Proposition inventée" }, Guid.CreateVersion7(A.Now), A.Now);
        await using var db = fixture.NewContext();
        db.Attach(offer);
        db.Add(revision);
        var change = ContactAddressChange.Ask(request.Id, $"nouvelle{A.Number()}@example.org", A.Now.AddMonths(6));
        db.Add(change);
        await db.SaveChangesAsync();
        var data = new SampleData { Offer = offer, Request = request, Referral = referral };
        data.values["token"] = (await fixture.LinkToAsync(request.Id))["/suivi/".Length..];
        data.values["mes-donnees/acces token"] = await LinkAsync(db, LinkPurpose.PersonalData, request.Id);
        data.values["mes-donnees/effacement token"] = await LinkAsync(db, LinkPurpose.Erasure, request.Id);
        data.values["reponse token"] = await LinkAsync(db, LinkPurpose.ReferralAnswer, referral.Id);
        data.values["suite token"] = await LinkAsync(db, LinkPurpose.ReferralFollowUp, referral.Id);
        data.values["suivre token"] = await LinkAsync(db, LinkPurpose.FollowerInvitation, follower.Id);
        data.values["nouvelle-adresse token"] = await LinkAsync(db, LinkPurpose.ContactAddress, change.Id);
        data.values["followerId"] = follower.Id.ToString();
        var ended = A.Request().Build().InTriage();
        ended.Close(ClosingReasons.AbandonStructure, null, keptRequest: null, A.Staff(), A.Now, A.Day);
        await fixture.StoreAsync(ended);
        data.values["avis token"] = await LinkAsync(db, LinkPurpose.Satisfaction, ended.Id);
        var opinion = SatisfactionAnswer.Of(ended, new SatisfactionSaid(WasCalledBack: false, Usefulness.No, HelpResult.Nothing, "Un commentaire inventé"), A.Now, A.Day);
        db.Add(opinion);
        await db.SaveChangesAsync();
        data.values["admin/avis id"] = opinion.Id.ToString();
        data.values["reference"] = request.Reference;
        data.values["referralId"] = referral.Id.ToString();
        data.values["status"] = "404";
        data.values["annuaire key"] = offer.Actor!.ImportKey;
        data.values["admin/annuaire/offres id"] = offer.Id.ToString();
        data.values["admin/annuaire id"] = offer.ActorId.ToString();
        data.values["admin/annuaire/mieux-places id"] = offer.ActorId.ToString();
        data.values["absenceId"] = await AwayAsync(db, offer.ActorId);
        data.values["admin/modifications id"] = revision.Id.ToString();
        data.values["admin/textes code"] = SiteTextCodes.Cookies;
        data.values["partenaire/offres id"] = offer.Id.ToString();
        var (staff, colleague) = (await fixture.Portal.CreateUserAsync($"equipe{A.Number()}@example.org", PortalRoles.Staff), await fixture.Portal.CreateUserAsync($"collegue{A.Number()}@example.org", PortalRoles.Partner, offer.ActorId));
        var (own, invited) = (await InviteAsync(db, staff, null, PersonRole.Staff), await InviteAsync(db, colleague, offer.ActorId, PersonRole.Contributor));
        data.values["compte/invitation token"] = own.Token;
        data.values["admin/equipe id"] = staff.ToString();
        data.values["admin/personnes id"] = staff.ToString();
        data.values["admin/equipe invitationId"] = own.Id.ToString();
        data.values["admin/partenaires id"] = colleague.ToString();
        data.values["admin/partenaires invitationId"] = invited.Id.ToString();
        data.values["partenaire/equipe id"] = colleague.ToString();
        data.values["partenaire/equipe invitationId"] = invited.Id.ToString();
        data.values["compte/changement-adresse token"] = await AskChangeAsync(db, colleague);
        return data;
    }

    /// <summary>The address of a route with these values in it; a value that nothing here knows is made up.</summary>
    /// <param name="endpoint">The route.</param>
    /// <param name="replaced">Name of a parameter to give another value; none when null.</param>
    /// <param name="encoded">That value, as it stands in an address.</param>
    public string AddressOf(RouteEndpoint endpoint, string? replaced = null, string encoded = "")
    {
        var pattern = endpoint.PatternOf();
        return "/" + Parameter().Replace(pattern, match =>
        {
            var name = match.Groups["name"].Value;
            if (name == replaced) return encoded;
            var place = values.Keys.Where(key => key.EndsWith(" " + name, StringComparison.Ordinal) && pattern.StartsWith(key[..^(name.Length + 1)], StringComparison.Ordinal)).MaxBy(key => key.Length);
            if (place is not null) return values[place];
            return values.TryGetValue(name, out var value) ? value : match.Value.Contains(":int", StringComparison.Ordinal) ? "1" : Guid.NewGuid().ToString();
        });
    }

    private static async Task<string> AwayAsync(PortalDb db, Guid actorId)
    {
        var absence = ActorAbsence.Announce(actorId, A.Today, A.Today.AddDays(3), null, null, upcoming: 0, A.Today, A.Now);
        db.Add(absence);
        await db.SaveChangesAsync();
        return absence.Id.ToString();
    }

    private static async Task<(Guid Id, string Token)> InviteAsync(PortalDb db, Guid by, Guid? actorId, PersonRole role)
    {
        var email = $"invitee{A.Number()}@example.org";
        var inviter = new Member(by, PersonRole.Administrator, null);
        var invitation = Invitation.Send(inviter, new Invited(email, email.ToUpperInvariant(), "Alix Inventée", role, actorId), A.Now);
        db.Add(invitation);
        return (invitation.Id, await LinkAsync(db, LinkPurpose.Invitation, invitation.Id));
    }

    private static async Task<string> AskChangeAsync(PortalDb db, Guid userId)
    {
        var change = AddressChange.Ask(userId, "ancienne@example.org", "nouvelle@example.org", A.Now);
        db.Add(change);
        return await LinkAsync(db, LinkPurpose.AddressChangeNew, change.Id);
    }

    private static async Task<string> LinkAsync(PortalDb db, LinkPurpose purpose, Guid subjectId)
    {
        var token = LinkTokens.Create();
        db.Add(new AccessLink { TokenHash = LinkTokens.Hash(token), Purpose = purpose, SubjectId = subjectId, CreatedAt = A.Now, ExpiresAt = A.Now.AddYears(1) });
        await db.SaveChangesAsync();
        return token;
    }

    /// <summary>The same, with another value for a parameter of routes.</summary>
    public SampleData With(string name, string value)
    {
        values[name] = value;
        return this;
    }

    /// <summary>Whether a route names something that belongs to somebody.</summary>
    public static bool NamesSomething(RouteEndpoint endpoint) => endpoint.RoutePattern.Parameters.Count > 0;

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
