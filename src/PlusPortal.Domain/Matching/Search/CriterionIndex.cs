using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Search;

/// <summary>Finds the offers that fail one hard criterion without looking at each of them.</summary>
internal abstract class CriterionIndex
{
    /// <summary>Adds to an empty set the offers that are known to fail the criterion for this request.</summary>
    public abstract void FindUnmet(MatchingContext context, Span<ulong> unmet);
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

    public override void FindUnmet(MatchingContext context, Span<ulong> unmet)
    {
        foreach (var (example, offers) in conditions)
        {
            if (criterion.Judge(context, example).Outcome == Outcome.Unmet) offers.AddTo(unmet);
        }
    }
}

/// <summary>Offers by the territories that they serve, and by those that they leave out of a wider one.</summary>
internal sealed class TerritoryIndex(ReadOnlySpan<CatalogOffer> offers, ulong[] all) : CriterionIndex
{
    private readonly PostingMap<(TerritoryLevel Level, string Code)> served = new(offers, all.Length, offer => ZonesOf(offer, isExcluded: false));
    private readonly PostingMap<(TerritoryLevel Level, string Code)> leftOut = new(offers, all.Length, offer => ZonesOf(offer, isExcluded: true));

    public override void FindUnmet(MatchingContext context, Span<ulong> unmet)
    {
        var place = context.Criteria.Place;
        ReadOnlySpan<(TerritoryLevel Level, string? Code)> around =
        [
            (TerritoryLevel.Commune, place.Commune),
            (TerritoryLevel.Epci, place.Epci),
            (TerritoryLevel.Departement, place.Departement),
            (TerritoryLevel.Region, place.Region),
            (TerritoryLevel.France, CoverageZone.FranceCode),
        ];
        foreach (var (level, code) in around)
        {
            if (code is not null) served.AddTo(unmet, (level, code));
        }

        foreach (var (level, code) in around)
        {
            if (code is not null) leftOut.RemoveFrom(unmet, (level, code));
        }

        OfferBits.Complement(unmet, all);
    }

    private static IEnumerable<(TerritoryLevel Level, string Code)> ZonesOf(CatalogOffer offer, bool isExcluded) =>
        from zone in offer.Content.Coverage
        where zone.IsExcluded == isExcluded
        select (zone.Level, zone.Level == TerritoryLevel.France ? CoverageZone.FranceCode : zone.Code);
}

/// <summary>Offers by each legal form that they accept and each qualification that opens them to the other forms: every offer may list others, so that few state the same condition.</summary>
internal sealed class LegalFormIndex(ReadOnlySpan<CatalogOffer> offers, ulong[] all) : CriterionIndex
{
    private const string Any = "";

    private readonly PostingMap<string> forms = new(offers, all.Length, offer => offer.Content.LegalForms is { Count: > 0 } listed ? listed : [Any]);
    private readonly PostingMap<string> openings = new(offers, all.Length, offer => offer.Content.Eligibility.AcceptedQualifications is { Count: > 0 } listed ? [Any, .. listed] : []);

    public override void FindUnmet(MatchingContext context, Span<ulong> unmet)
    {
        var form = context.Criteria.LegalForm;
        if (form is null or LegalForms.Autre) return;
        forms.AddTo(unmet, Any);
        forms.AddTo(unmet, form);
        foreach (var held in context.Criteria.Qualifications) openings.AddTo(unmet, held);
        if (!context.AreQualificationsKnown) openings.AddTo(unmet, Any);
        OfferBits.Complement(unmet, all);
    }
}
