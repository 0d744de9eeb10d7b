using System.Collections.Immutable;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Search;

/// <summary>Finds the offers that fail one hard criterion without looking at each of them.</summary>
internal abstract class CriterionIndex
{
    /// <summary>Adds to an empty set the offers that are known to fail the criterion for this request, and to <paramref name="points"/> those that pass with a doubt.</summary>
    public abstract void FindUnmet(MatchingContext context, Span<ulong> unmet, HardPoints points);
}

/// <summary>Offers that state the same condition stand or fall together: the criterion judges one of them. Good for conditions of which there are few, such as a head-count range.</summary>
internal sealed class ConditionIndex : CriterionIndex
{
    private readonly Criterion criterion;
    private readonly (CatalogOffer Example, Postings Offers)[] conditions;

    public ConditionIndex(Criterion criterion, Func<CatalogOffer, object> conditionOf, ReadOnlySpan<CatalogOffer> offers, int words)
    {
        this.criterion = criterion;
        var gathered = new Dictionary<object, List<int>>();
        for (var position = 0; position < offers.Length; position++)
        {
            var condition = conditionOf(offers[position]);
            if (!gathered.TryGetValue(condition, out var positions)) gathered.Add(condition, positions = []);
            positions.Add(position);
        }

        conditions = new (CatalogOffer, Postings)[gathered.Count];
        var count = 0;
        foreach (var positions in gathered.Values) conditions[count++] = (offers[positions[0]], new Postings(positions, words));
    }

    public override void FindUnmet(MatchingContext context, Span<ulong> unmet, HardPoints points)
    {
        foreach (var (example, offers) in conditions)
        {
            var verdict = criterion.Judge(context, example);
            if (verdict.Outcome == Outcome.Unmet) offers.AddTo(unmet);
            else if (verdict.Points != 0) offers.AddTo(points.For(criterion.Code, verdict.Points));
        }
    }
}

/// <summary>A criterion that looks at the day and not at the request: what fails is found once a day, however many different dates the offers name.</summary>
internal sealed class DailyIndex(ConditionIndex inner, int words) : CriterionIndex
{
    private volatile Day? known;

    public override void FindUnmet(MatchingContext context, Span<ulong> unmet, HardPoints points)
    {
        var day = known;
        if (day is null || day.Date != context.Today)
        {
            day = new Day(context.Today, new ulong[words]);
            inner.FindUnmet(context, day.Unmet, points);
            known = day;
        }

        OfferBits.Add(unmet, day.Unmet);
    }

    private sealed record Day(DateOnly Date, ulong[] Unmet);
}

/// <summary>Offers by the territories that they serve, and by those that they leave out of a wider one.</summary>
internal sealed class TerritoryIndex(ReadOnlySpan<CatalogOffer> offers, ulong[] all) : CriterionIndex
{
    private const string NoCode = "";

    private readonly PostingMap<(TerritoryLevel Level, string Code)> served = new(offers, all.Length, offer => ZonesOf(offer, isExcluded: false));
    private readonly PostingMap<(TerritoryLevel Level, string Code)> leftOut = new(offers, all.Length, offer => ZonesOf(offer, isExcluded: true));

    /// <summary>How many levels there are; each is a set of <see cref="FindCovered"/>.</summary>
    public static int LevelCount { get; } = Enum.GetValues<TerritoryLevel>().Length;

    public override void FindUnmet(MatchingContext context, Span<ulong> unmet, HardPoints points)
    {
        using var covered = new OfferBits(LevelCount, all.Length);
        FindCovered(context.Criteria.Place, covered);
        for (var level = 0; level < LevelCount; level++) OfferBits.Add(unmet, covered[level]);
        foreach (var (level, code) in Around(context.Criteria.Place)) leftOut.RemoveFrom(unmet, (level, code));
        OfferBits.Complement(unmet, all);
    }

    /// <summary>Adds to one empty set a level the offers that serve the territory of that level around a place; what they leave out is not looked at.</summary>
    public void FindCovered(Place place, OfferBits covered)
    {
        foreach (var (level, code) in Around(place)) served.AddTo(covered[(int)level], (level, code));
    }

    private static (TerritoryLevel Level, string Code)[] Around(Place place) =>
    [
        (TerritoryLevel.Commune, place.Commune),
        (TerritoryLevel.Epci, place.Epci ?? NoCode),
        (TerritoryLevel.Departement, place.Departement),
        (TerritoryLevel.Region, place.Region),
        (TerritoryLevel.France, CoverageZone.FranceCode),
    ];

    private static IEnumerable<(TerritoryLevel Level, string Code)> ZonesOf(CatalogOffer offer, bool isExcluded) =>
        from zone in offer.Content.Coverage
        where zone.IsExcluded == isExcluded
        select (zone.Level, zone.Level == TerritoryLevel.France ? CoverageZone.FranceCode : zone.Code);
}

/// <summary>Offers by each legal form that they accept and each qualification that opens them to the other forms: every offer may list others, so that few state the same condition.</summary>
internal sealed class LegalFormIndex(Criterion criterion, ImmutableArray<CatalogOffer> offers, ulong[] all) : CriterionIndex
{
    private const string Any = "";

    private readonly PostingMap<string> forms = new(offers.AsSpan(), all.Length, offer => offer.Content.LegalForms is { Count: > 0 } listed ? listed : [Any]);
    private readonly PostingMap<string> openings = new(offers.AsSpan(), all.Length, offer => offer.Content.Eligibility.AcceptedQualifications is { Count: > 0 } listed ? [Any, .. listed] : []);

    public override void FindUnmet(MatchingContext context, Span<ulong> unmet, HardPoints points)
    {
        var form = context.Criteria.LegalForm;
        if (form is null or LegalForms.Autre) return;
        forms.AddTo(unmet, Any);
        forms.AddTo(unmet, form);
        foreach (var held in context.Criteria.Qualifications) openings.AddTo(unmet, held);
        if (!context.AreQualificationsKnown)
        {
            // Open only to structures with a qualification that this one may have: what that costs, any of them tells.
            using var doubtful = new OfferBits(1, all.Length);
            openings.AddTo(doubtful[0], Any);
            OfferBits.Remove(doubtful[0], unmet);
            foreach (var position in OfferBits.Members(doubtful[0]))
            {
                OfferBits.Add(points.For(criterion.Code, criterion.Judge(context, offers[position]).Points), doubtful[0]);
                break;
            }

            openings.AddTo(unmet, Any);
        }

        OfferBits.Complement(unmet, all);
    }
}
