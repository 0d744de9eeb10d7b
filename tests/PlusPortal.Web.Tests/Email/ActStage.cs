using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Email;

/// <summary>Who acts in <see cref="AnnouncedActsTests"/>: a member of staff, and two actors, one that is e-mailed and answers by its account, one that staff tell by hand.</summary>
internal sealed record ActCast(PortalFixture Fixture, PortalBrowser Staff, PortalBrowser Partner, SupportOffer Mailed, SupportOffer ByHand)
{
    /// <summary>Signs them in.</summary>
    public static async Task<ActCast> GatherAsync(PortalFixture fixture)
    {
        var mailed = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
        var byHand = A.SupportOffer().Build();
        await fixture.StoreAsync(mailed, byHand);
        return new ActCast(
            fixture,
            await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff),
            await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, mailed.ActorId),
            mailed,
            byHand);
    }
}

/// <summary>One request on which one act is tried through the page that people use for it.</summary>
internal sealed class ActStage(ActCast cast)
{
    private Referral? mailed;
    private Referral? byHand;

    /// <summary>The request.</summary>
    public OrientationRequest Request { get; private set; } = A.Request().Build();

    /// <summary>Its referral to the actor that is e-mailed.</summary>
    public Referral Mailed => mailed ?? throw new InvalidOperationException("Nothing was proposed to the actor that is e-mailed.");

    /// <summary>Its referral to the actor told by hand.</summary>
    public Referral ByHand => byHand ?? throw new InvalidOperationException("Nothing was proposed to the actor told by hand.");

    public string MailedName => cast.Mailed.Actor!.Name;

    public string ByHandName => cast.ByHand.Actor!.Name;

    public ActStage AskingFirst()
    {
        Request = A.Request().AskingFirst().Build();
        return this;
    }

    public ActStage Telling(string need)
    {
        Request = A.Request().Declaring(declared => declared with { Need = need }).Build();
        return this;
    }

    public ActStage InTriage()
    {
        Request.InTriage();
        return this;
    }

    public ActStage ProposedToMailed()
    {
        mailed = Request.Proposing(cast.Mailed);
        return this;
    }

    public ActStage ProposedToByHand()
    {
        byHand = Request.Proposing(cast.ByHand);
        return this;
    }

    public ActStage ConsentAsked()
    {
        Request.AskConsent(A.Staff(), A.Now, A.Day);
        return this;
    }

    public ActStage SentToMailed()
    {
        mailed = Request.Sending(cast.Mailed);
        return this;
    }

    public ActStage SentByHand()
    {
        byHand = Request.Sending(cast.ByHand, isByHand: true);
        return this;
    }

    public ActStage MailedAccepted()
    {
        SentToMailed();
        Request.AcceptReferral(Mailed.Id, A.Partner(), A.Now, A.Day);
        return this;
    }

    public ActStage ByHandAccepted()
    {
        SentByHand();
        Request.AcceptReferral(ByHand.Id, A.Staff(), A.Now, A.Day);
        return this;
    }

    /// <summary>The actor told by hand helped while the other had not answered: the next move of the other may end the request.</summary>
    public ActStage SentToMailedAfterHelpByHand()
    {
        SentToMailed();
        ByHandAccepted();
        Request.CompleteReferral(ByHand.Id, ReferralOutcomes.AideApportee, null, A.Staff(), A.Now, A.Day);
        Request.ConfirmOutcome(ByHand.Id, Author.Structure, A.Now, A.Day);
        return this;
    }

    /// <summary>Any other step before the act.</summary>
    public ActStage Then(Action<ActStage> step)
    {
        step(this);
        return this;
    }

    /// <summary>Stores the request as it stands.</summary>
    public Task StoreAsync() => cast.Fixture.StoreAsync(Request, cast.Mailed, cast.ByHand);

    /// <summary>A page of the request, for staff.</summary>
    public Task<HtmlPage> StaffAsync(string under = "") => cast.Staff.GetAsync($"/admin/demandes/{Request.Reference}{under}");

    /// <summary>A page of a referral, for staff.</summary>
    public Task<HtmlPage> StaffAsync(Referral referral, string page) => StaffAsync($"/envois/{referral.Id}/{page}");

    /// <summary>A page of the referral, for the partner of the actor that is e-mailed.</summary>
    public Task<HtmlPage> PartnerAsync(string under = "") => cast.Partner.GetAsync($"/partenaire/demandes/{Mailed.Id}{under}");

    /// <summary>A page of the tracking link, for the structure.</summary>
    public async Task<HtmlPage> StructureAsync(string under = "") => await cast.Fixture.NewBrowser().GetAsync(await cast.Fixture.LinkToAsync(Request.Id) + under);

    /// <summary>What was queued about the request since it was stored: kind of message, and the actor when it is about a referral.</summary>
    public async Task<IReadOnlyList<string>> AnnouncedAsync(CancellationToken ct)
    {
        var subjects = new Dictionary<Guid, string> { [Request.Id] = "" };
        if (mailed is not null) subjects[mailed.Id] = " (mailed)";
        if (byHand is not null) subjects[byHand.Id] = " (by hand)";
        await using var db = cast.Fixture.NewContext();
        var messages = await db.Outbox.Where(message => subjects.Keys.Contains(message.SubjectId)).ToListAsync(ct);
        return [.. messages.Select(message => message.Kind + subjects[message.SubjectId]).Order(StringComparer.Ordinal)];
    }
}
