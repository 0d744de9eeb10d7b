using System.Collections.Immutable;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Domain.Matching.Indexing;

/// <summary>
/// Index of a catalogue, so that a request costs what it finds and not what the catalogue holds. Offers are numbered
/// in the order of their actors' names: walking a set of bits walks it in the order of the exclusions.
/// </summary>
internal sealed class OfferIndex
{
    private readonly ImmutableArray<CatalogOffer> offers;
    private readonly CriterionIndex[] criteria;
    private readonly TerritoryIndex territories;
    private readonly PostingMap<int> themes;
    private readonly PostingMap<ulong> names;
    private readonly PostingMap<ulong> descriptions;
    private readonly int[] actors;
    private readonly ulong[] all;

    /// <summary>Builds it.</summary>
    /// <param name="offers">Offers, in the order of <see cref="Order"/>.</param>
    public OfferIndex(ImmutableArray<CatalogOffer> offers)
    {
        this.offers = offers;
        all = AllOf(offers);
        (actors, ActorCount) = NumbersOf(offers);
        criteria = [.. HardCriteria.All.Select(IndexOf)];
        territories = criteria.OfType<TerritoryIndex>().Single();
        themes = new PostingMap<int>(offers, Words, offer => offer.Content.Themes.Select(ThemeMask.PositionOf).Where(theme => theme >= 0));
        names = new PostingMap<ulong>(offers, Words, offer => offer.NameTerms);
        descriptions = new PostingMap<ulong>(offers, Words, offer => offer.DescriptionTerms);
    }

    private OfferIndex(OfferIndex former, CatalogEdit edit)
    {
        offers = edit.Offers;
        all = AllOf(offers);
        (actors, ActorCount) = NumbersOf(offers);
        criteria = [.. former.criteria.Select(criterion => criterion.Next(edit, all))];
        territories = criteria.OfType<TerritoryIndex>().Single();
        themes = former.themes.Next(edit, Words);
        names = former.names.Next(edit, Words);
        descriptions = former.descriptions.Next(edit, Words);
    }

    /// <summary>Order of the offers: name of the actor, then identifier.</summary>
    public static Comparison<CatalogOffer> Order { get; } = (left, right) =>
    {
        var byName = string.CompareOrdinal(left.ActorName, right.ActorName);
        return byName != 0 ? byName : left.OfferId.CompareTo(right.OfferId);
    };

    /// <summary>How many actors make the offers.</summary>
    public int ActorCount { get; }

    /// <summary>Length of a set of offers.</summary>
    public int Words => all.Length;

    /// <summary>The offer at a position.</summary>
    public CatalogOffer this[int position] => offers[position];

    /// <summary>Number of the actor of the offer at a position, from 0.</summary>
    public int ActorAt(int position) => actors[position];

    /// <summary>The index of the next catalogue, made from this one.</summary>
    public OfferIndex Next(CatalogEdit edit) => new(this, edit);

    /// <summary>Adds to an empty set the offers that fail a hard criterion, and to <paramref name="points"/> those that pass it with a doubt.</summary>
    public void FindUnmet(MatchingContext context, int criterion, Span<ulong> unmet, HardPoints points) => criteria[criterion].FindUnmet(context, unmet, points);

    /// <summary>Adds to one empty set a level the offers that serve the territory of that level around the place.</summary>
    public void FindCovered(Place place, OfferBits covered) => territories.FindCovered(place, covered);

    /// <summary>Makes a set hold the offers that fail no criterion.</summary>
    /// <param name="unmet">One set a hard criterion.</param>
    /// <param name="eligible">Set to fill, empty.</param>
    public void FindEligible(OfferBits unmet, Span<ulong> eligible)
    {
        for (var criterion = 0; criterion < criteria.Length; criterion++) OfferBits.Add(eligible, unmet[criterion]);
        OfferBits.Complement(eligible, all);
    }

    /// <summary>Adds to a set the offers that answer a theme.</summary>
    public void AddTheme(Span<ulong> set, int theme) => themes.AddTo(set, theme);

    /// <summary>How many offers of a set answer a theme.</summary>
    public int CountTheme(int theme, ReadOnlySpan<ulong> set) => themes.Find(theme)?.CountIn(set) ?? 0;

    /// <summary>Offers that have a word, as its <see cref="TermHash"/>, in their title or their actor's name; null when none has.</summary>
    public Postings? NamesWith(ulong term) => names.Find(term);

    /// <summary>Offers that have a word, as its <see cref="TermHash"/>, in their description only; null when none has.</summary>
    public Postings? DescriptionsWith(ulong term) => descriptions.Find(term);

    private CriterionIndex IndexOf(Criterion criterion)
    {
        if (criterion.ConditionOf is { } conditionOf)
        {
            var index = new ConditionIndex(criterion, conditionOf, offers, Words);
            return criterion.IsOfTheDay ? new DailyIndex(index, Words) : index;
        }

        return criterion.Code switch
        {
            Criteria.Territory => new TerritoryIndex(offers, all),
            Criteria.LegalForm => new LegalFormIndex(criterion, offers, all),
            _ => throw new InvalidOperationException($"The hard criterion {criterion.Code} has neither a condition nor an index."),
        };
    }

    private static ulong[] AllOf(ImmutableArray<CatalogOffer> offers)
    {
        var all = new ulong[OfferBits.WordsFor(offers.Length)];
        for (var position = 0; position < offers.Length; position++) OfferBits.Set(all, position);
        return all;
    }

    private static (int[] Actors, int Count) NumbersOf(ImmutableArray<CatalogOffer> offers)
    {
        var actors = new int[offers.Length];
        var numbers = new Dictionary<Guid, int>();
        for (var position = 0; position < offers.Length; position++)
        {
            if (!numbers.TryGetValue(offers[position].ActorId, out actors[position])) numbers.Add(offers[position].ActorId, actors[position] = numbers.Count);
        }

        return (actors, numbers.Count);
    }
}
