using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Samples;

/// <summary>Invented requests in different states, each led there by the moves that people make.</summary>
internal sealed class SampleRequests(PortalDb db, TimeProvider clock, IReadOnlyDictionary<string, Guid> accounts, IReadOnlyDictionary<string, SupportActor> actors)
{
    private const string OverrideReason = "Demande de démonstration\u00A0: acteur fictif choisi à la main.";
    private static readonly Author Import = new(AuthorKind.System, null, Channel.Import);

    private OfferCatalog catalog = OfferCatalog.Empty;
    private MatchingRules rules = MatchingRules.Current;

    private Author Staff => Author.Staff(accounts[SampleAccounts.StaffEmail]);

    /// <summary>Adds them to the context; the caller saves.</summary>
    public async Task AddAsync(CancellationToken ct)
    {
        catalog = await db.LoadCatalogAsync(ct);
        rules = await db.LoadRulesAsync(ct);
        var associations = actors[SampleActors.Associations.Key];
        var cooperatives = actors[SampleActors.Cooperatives.Key];

        await SubmitAsync(SampleNeeds.NewProject, daysAgo: 1, ct);
        await SubmitAsync(SampleNeeds.Urgent, daysAgo: 0, ct);

        var inTriage = await SubmitAsync(SampleNeeds.Governance, daysAgo: 2, ct);
        Take(inTriage, daysAgo: 1);

        var incomplete = await SubmitAsync(SampleNeeds.Vague, daysAgo: 4, ct);
        Take(incomplete, daysAgo: 3);
        incomplete.AskStructure("Combien de personnes employez-vous, et quelle décision devez-vous prendre avant l'été\u00A0?", Staff, Now(3), Today(3));

        var consent = await SubmitAsync(SampleNeeds.Takeover, daysAgo: 5, ct, TransmissionRule.AskMeFirst);
        Take(consent, daysAgo: 4);
        Choose(consent, cooperatives, daysAgo: 4);
        consent.AskConsent(Staff, Now(4), Today(4));

        var oriented = await SubmitAsync(SampleNeeds.FirstEmployee, daysAgo: 6, ct);
        Take(oriented, daysAgo: 5);
        Send(oriented, Choose(oriented, associations, daysAgo: 5), associations, daysAgo: 5);

        var inProgress = await SubmitAsync(SampleNeeds.Transformation, daysAgo: 12, ct);
        Take(inProgress, daysAgo: 11);
        var accepted = Choose(inProgress, cooperatives, daysAgo: 11);
        Send(inProgress, accepted, cooperatives, daysAgo: 11);
        inProgress.AcceptReferral(accepted.Id, Partner(SampleAccounts.CooperativesPartnerEmail), Now(9), Today(9));

        var closed = await SubmitAsync(SampleNeeds.EconomicModel, daysAgo: 30, ct);
        Take(closed, daysAgo: 29);
        var completed = Choose(closed, associations, daysAgo: 29);
        Send(closed, completed, associations, daysAgo: 29);
        closed.AcceptReferral(completed.Id, Partner(SampleAccounts.AssociationsPartnerEmail), Now(27), Today(27));
        closed.ReportRung(completed.Id, new RungSeen(Rung.FirstContact, LadderSide.Actor, Today(25).Date), Partner(SampleAccounts.AssociationsPartnerEmail), Now(25), Today(25));
        closed.CompleteReferral(completed.Id, ReferralOutcomes.AideApportee, null, Partner(SampleAccounts.AssociationsPartnerEmail), Now(3), Today(3));
        closed.ConfirmOutcome(completed.Id, Author.Structure, Now(2), Today(2));
    }

    private async Task<OrientationRequest> SubmitAsync(SampleNeed need, int daysAgo, CancellationToken ct, TransmissionRule rule = TransmissionRule.PlusChooses)
    {
        var commune = await db.LocateCommuneAsync(need.Commune, ct) ?? throw new InvalidOperationException($"The commune {need.Commune} is missing.");
        // EF cannot read a sequence by itself.
        var number = (await db.Database.SqlQueryRaw<long>($"select nextval('{PortalDb.ReferenceSequence}') as \"Value\"").ToListAsync(ct))[0];
        var request = OrientationRequest.Submit(
            new NewRequest
            {
                Reference = RequestReference.Of(Today(daysAgo).Date.Year, number),
                Declaration = need.Declare(commune),
                Contact = need.Contact,
                TransmissionRule = rule,
                ConsentTextVersion = "demonstration",
            },
            Now(daysAgo),
            Today(daysAgo));
        request.RecordMatching(MatchingService.Match(request.ToCriteria(), catalog, rules, Today(daysAgo)), Now(daysAgo), Today(daysAgo), Import);
        db.OrientationRequests.Add(request);
        return request;
    }

    private void Take(OrientationRequest request, int daysAgo)
    {
        request.ProveAddress(Now(daysAgo));
        request.TakeInCharge(Staff, Now(daysAgo), Today(daysAgo));
    }

    private Referral Choose(OrientationRequest request, SupportActor actor, int daysAgo)
    {
        var offer = actor.Offers[0];
        var choice = new ReferralChoice(actor.Id, offer.Id, offer.Revision, ProposalRole.Lead, MatchRank: null);
        return request.Propose(choice, OverrideReason, Staff, Now(daysAgo), Today(daysAgo));
    }

    private void Send(OrientationRequest request, Referral referral, SupportActor actor, int daysAgo) =>
        request.SendReferral(referral.Id, actor.Offers[0], isByHand: false, Staff, Now(daysAgo), Today(daysAgo));

    private Author Partner(string email) => Author.Partner(accounts[email]);

    private DateTimeOffset Now(int daysAgo) => clock.GetUtcNow().AddDays(-daysAgo);

    private PlusDay Today(int daysAgo) => new(clock.TodayInParis.AddDays(-daysAgo), PlusCalendar.Usual);
}
