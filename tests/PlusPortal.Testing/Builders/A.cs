using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Testing.Builders;

/// <summary>
/// Valid test data by default; a test names only what matters to it: <c>A.SupportOffer().Covering("54").About(Themes.PretGarantie).Build()</c>.
/// </summary>
/// <remarks>
/// Everything names itself with a counter, so that tests share a database without meeting. The files of this folder
/// need the domain only: Domain.Tests compiles them too (a link in its project file), without referencing the web host.
/// </remarks>
public static class A
{
    private static int counter;

    /// <summary>A Monday morning without public holiday around it.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The Paris day of <see cref="Now"/>.</summary>
    public static DateOnly Today { get; } = new(2026, 3, 2);

    /// <summary>The same with the usual calendar of PLUS, for the acts that count from it.</summary>
    public static PlusDay Day { get; } = new(Today, PlusCalendar.Usual);

    /// <summary>Another day with that calendar.</summary>
    public static PlusDay DayOf(DateOnly date) => new(date, PlusCalendar.Usual);

    /// <summary>Toul, in Meurthe-et-Moselle.</summary>
    public static Place Toul { get; } = new("54528", "200070563", "54", Lorraine.RegionCode);

    /// <summary>Metz, in Moselle, where local law adds holidays.</summary>
    public static Place Metz { get; } = new("57463", "200039865", Lorraine.Moselle, Lorraine.RegionCode);

    /// <summary>A number that no other test data carries.</summary>
    public static int Number() => Interlocked.Increment(ref counter);

    public static SupportActorBuilder SupportActor() => new();

    public static SupportOfferBuilder SupportOffer() => new();

    public static RequestBuilder Request() => new();

    /// <summary>A member of staff.</summary>
    public static Author Staff() => Author.Staff(Guid.CreateVersion7(Now));

    /// <summary>A partner.</summary>
    public static Author Partner() => Author.Partner(Guid.CreateVersion7(Now));

    /// <summary>What the matcher would say of these offers: each is proposed, with a reason that is met, one that is not and one that is to be checked.</summary>
    /// <param name="unknown">Words of what is to be checked.</param>
    /// <param name="offers">Offers, the best first; each with its actor.</param>
    public static MatchResult MatchResult(string unknown, params SupportOffer[] offers) => new()
    {
        RulesVersion = 1,
        LexiconHash = NeedLexicon.Default.Hash,
        Proposals =
        [
            .. offers.Select((offer, index) => new Proposal
            {
                Rank = index + 1,
                Role = index == 0 ? ProposalRole.Lead : ProposalRole.Contributor,
                ActorId = offer.ActorId,
                ActorName = offer.Actor!.Name,
                OfferId = offer.Id,
                OfferTitle = offer.Content.Title,
                OfferRevision = offer.Revision,
                Score = 40 - index,
                Reasons =
                [
                    new(Criteria.Territory, Outcome.Met, 0, "Intervient à Toul."),
                    new(Criteria.Themes, Outcome.Unmet, -5, "Ne traite pas ce thème."),
                    new(Criteria.Employer, Outcome.Unknown, 0, unknown),
                ],
            }),
        ],
        Excluded = [],
    };
}
