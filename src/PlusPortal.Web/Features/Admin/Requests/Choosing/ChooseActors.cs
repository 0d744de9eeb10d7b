using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Choosing;

/// <summary>Chooses actors for a request, several at once. Nothing is told to them yet.</summary>
public sealed class ChooseActors(PortalDb db, RequestChange change, TimeProvider clock)
{
    /// <summary>Chooses among the proposals of the matcher.</summary>
    public async Task<RequestResult> ExecuteAsync(string reference, Seen seen, IReadOnlyList<ChooseLine> chosen, Author by, CancellationToken ct)
    {
        if (chosen.Count == 0) return new RequestResult.Refused("Choose.Lines[0].IsChosen", "Cochez au moins un acteur.");
        return await change.ExecuteAsync(
            reference,
            seen,
            Acts.Propose,
            (request, today) =>
            {
                foreach (var line in chosen)
                {
                    var proposal = request.Matching?.Proposals.FirstOrDefault(proposal => proposal.OfferId == line.OfferId)
                        ?? throw new Domain.DomainRuleException(Domain.RuleCode.UnknownCode);
                    Propose(request, new ReferralChoice(proposal.ActorId, proposal.OfferId, proposal.OfferRevision, line.Role, proposal.Rank), null, by, today);
                }
            },
            ct);
    }

    /// <summary>Chooses actors that staff found by themselves: the reason is required, and a proposal keeps its rank.</summary>
    public async Task<RequestResult> ExecuteAsync(string reference, Seen seen, OtherActorsForm form, Author by, CancellationToken ct)
    {
        var chosen = form.Lines.Where(line => line.IsChosen).ToList();
        if (chosen.Count == 0) return new RequestResult.Refused("Form.Lines[0].IsChosen", "Cochez au moins un acteur.");
        var offers = (await db.PublishedOffersAsync([.. chosen.Select(line => line.OfferId)], ct)).ToDictionary(offer => offer.OfferId);
        if (chosen.Any(line => !offers.ContainsKey(line.OfferId))) return new RequestResult.Refused("Form.Text", "Une de ces offres n’est plus publiée. Cherchez de nouveau.");
        return await change.ExecuteAsync(
            reference,
            seen,
            Acts.Propose,
            (request, today) =>
            {
                foreach (var line in chosen)
                {
                    var offer = offers[line.OfferId];
                    var rank = request.Matching?.Proposals.FirstOrDefault(proposal => proposal.OfferId == line.OfferId)?.Rank;
                    Propose(request, new ReferralChoice(offer.ActorId, offer.OfferId, offer.Revision, line.Role, rank), form.Reason, by, today);
                }
            },
            ct);
    }

    private void Propose(OrientationRequest request, ReferralChoice choice, string? reason, Author by, PlusDay today) =>
        request.Propose(choice, reason, by, clock.GetUtcNow(), today);
}
