using System.Collections.Immutable;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Indexing;

/// <summary>Finds the offers that fail one hard criterion without looking at each of them.</summary>
internal abstract class CriterionIndex
{
    /// <summary>Adds to an empty set the offers that are known to fail the criterion for this request, and to <paramref name="points"/> those that pass with a doubt.</summary>
    public abstract void FindUnmet(MatchingContext context, Span<ulong> unmet, HardPoints points);

    /// <summary>The same for the next catalogue.</summary>
    public abstract CriterionIndex Next(CatalogEdit edit, ulong[] all);
}

/// <summary>Offers that state the same condition stand or fall together: the criterion judges one of them. Good for conditions of which there are few, such as a head-count range.</summary>
internal sealed class ConditionIndex(Criterion criterion, ImmutableArray<CatalogOffer> offers, PostingMap<object> conditions) : CriterionIndex
{
    public ConditionIndex(Criterion criterion, Func<CatalogOffer, object> conditionOf, ImmutableArray<CatalogOffer> offers, int words)
        : this(criterion, offers, new PostingMap<object>(offers, words, offer => [conditionOf(offer)]))
    {
    }

    public override void FindUnmet(MatchingContext context, Span<ulong> unmet, HardPoints points)
    {
        foreach (var alike in conditions.All)
        {
            var verdict = criterion.Judge(context, offers[alike.First]);
            if (verdict.Outcome == Outcome.Unmet) alike.AddTo(unmet);
            else if (verdict.Points != 0) alike.AddTo(points.For(criterion.Code, verdict.Points));
        }
    }

    public override CriterionIndex Next(CatalogEdit edit, ulong[] all) => new ConditionIndex(criterion, edit.Offers, conditions.Next(edit, all.Length));
}

/// <summary>A criterion that looks at the day and not at the request: what fails is found once a day, however many different dates the offers name.</summary>
internal sealed class DailyIndex(CriterionIndex inner, int words) : CriterionIndex
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

    public override CriterionIndex Next(CatalogEdit edit, ulong[] all) => new DailyIndex(inner.Next(edit, all), all.Length);

    private sealed record Day(DateOnly Date, ulong[] Unmet);
}

/// <summary>Offers by the territories that they serve, and by those that they leave out of a wider one.</summary>
internal sealed class TerritoryIndex : CriterionIndex
{
    private const string NoCode = "";

    private readonly PostingMap<(TerritoryLevel Level, string Code)> served;
    private readonly PostingMap<(TerritoryLevel Level, string Code)> leftOut;
    private readonly ulong[] all;

    public TerritoryIndex(ImmutableArray<CatalogOffer> offers, ulong[] all)
        : this(new(offers, all.Length, offer => ZonesOf(offer, isExcluded: false)), new(offers, all.Length, offer => ZonesOf(offer, isExcluded: true)), all)
    {
    }

    private TerritoryIndex(PostingMap<(TerritoryLevel Level, string Code)> served, PostingMap<(TerritoryLevel Level, string Code)> leftOut, ulong[] all)
    {
        this.served = served;
        this.leftOut = leftOut;
        this.all = all;
    }

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

    public override TerritoryIndex Next(CatalogEdit edit, ulong[] all) => new(served.Next(edit, all.Length), leftOut.Next(edit, all.Length), all);

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
internal sealed class LegalFormIndex(Criterion criterion, ImmutableArray<CatalogOffer> offers, PostingMap<string> forms, PostingMap<string> openings, ulong[] all) : CriterionIndex
{
    private const string Any = "";

    public LegalFormIndex(Criterion criterion, ImmutableArray<CatalogOffer> offers, ulong[] all)
        : this(criterion, offers, new(offers, all.Length, FormsOf), new(offers, all.Length, OpeningsOf), all)
    {
    }

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

    public override CriterionIndex Next(CatalogEdit edit, ulong[] all) => new LegalFormIndex(criterion, edit.Offers, forms.Next(edit, all.Length), openings.Next(edit, all.Length), all);

    private static IEnumerable<string> FormsOf(CatalogOffer offer) => offer.Content.LegalForms is { Count: > 0 } listed ? listed : [Any];

    private static IEnumerable<string> OpeningsOf(CatalogOffer offer) => offer.Content.Eligibility.AcceptedQualifications is { Count: > 0 } listed ? [Any, .. listed] : [];
}
