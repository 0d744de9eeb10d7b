using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Indexing;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Domain.Matching.Search;

/// <summary>What the hard criteria leave of a catalogue for one request.</summary>
internal sealed class Sieve : IDisposable
{
    private readonly OfferIndex index;
    private readonly OfferBits unmet;
    private readonly OfferBits eligible;
    private readonly HardPoints points;
    private readonly OfferBits covered;

    public Sieve(MatchingContext context, OfferIndex index)
    {
        this.index = index;
        unmet = new OfferBits(HardCriteria.All.Length, index.Words);
        eligible = new OfferBits(1, index.Words);
        points = new HardPoints(index.Words);
        covered = new OfferBits(TerritoryIndex.LevelCount, index.Words);
        index.FindCovered(context.Criteria.Place, covered);
        for (var criterion = 0; criterion < HardCriteria.All.Length; criterion++) index.FindUnmet(context, criterion, unmet[criterion], points);
        index.FindEligible(unmet, eligible[0]);
        EligibleCount = OfferBits.CountOf(eligible[0]);
    }

    /// <summary>How many offers fail no criterion.</summary>
    public int EligibleCount { get; }

    /// <summary>The offers that fail no criterion, as a set.</summary>
    public ReadOnlySpan<ulong> EligibleSet => eligible[0];

    /// <summary>Positions of the offers that fail no criterion.</summary>
    public OfferBits.Enumerator Eligible => OfferBits.Members(eligible[0]);

    /// <summary>How many eligible offers answer a theme.</summary>
    public int CountTheme(int theme) => index.CountTheme(theme, eligible[0]);

    /// <summary>How many eligible offers have a word, as its <see cref="TermHash"/>, in their title, their actor's name or their description.</summary>
    public int CountWord(ulong term) => (index.NamesWith(term)?.CountIn(eligible[0]) ?? 0) + (index.DescriptionsWith(term)?.CountIn(eligible[0]) ?? 0);

    /// <summary>Points that the hard criteria add to an eligible offer, or remove.</summary>
    public int PointsAt(int position) => points.At(position);

    /// <summary>Nearest level at which an eligible offer covers the commune.</summary>
    public TerritoryLevel LevelAt(int position)
    {
        var level = 0;
        while (!OfferBits.Has(covered[level], position)) level++;
        return (TerritoryLevel)level;
    }

    /// <summary>Walks actors without an eligible offer, each by its nearest miss; those nearest to eligible, then nearest to the need, then by name, first.</summary>
    /// <param name="wanted">Themes of the need.</param>
    /// <param name="most">How many to find at most.</param>
    public List<NearMiss> FindNearMisses(ThemeMask wanted, int most)
    {
        using var failures = new Tally(HardCriteria.All.Length, index.Words);
        for (var criterion = 0; criterion < HardCriteria.All.Length; criterion++) failures.Count(unmet[criterion]);
        using var shared = CountThemes(wanted);
        using var seen = new OfferBits(1, OfferBits.WordsFor(index.ActorCount));
        var actors = seen[0];
        foreach (var position in Eligible) OfferBits.Set(actors, index.ActorAt(position));

        using var sets = new OfferBits(2, index.Words);
        var found = new List<NearMiss>();
        for (var failed = 1; failed <= HardCriteria.All.Length; failed++)
        {
            failures.FindExactly(failed, sets[0]);
            for (var themes = wanted.Count; themes >= 0; themes--)
            {
                shared.FindExactly(themes, sets[1]);
                OfferBits.Keep(sets[1], sets[0]);
                foreach (var position in OfferBits.Members(sets[1]))
                {
                    if (found.Count >= most) return found;
                    if (OfferBits.Has(actors, index.ActorAt(position))) continue;
                    OfferBits.Set(actors, index.ActorAt(position));
                    found.Add(new NearMiss(index[position], FirstFailed(position), failed));
                }
            }
        }

        return found;
    }

    public void Dispose()
    {
        unmet.Dispose();
        eligible.Dispose();
        points.Dispose();
        covered.Dispose();
    }

    private Tally CountThemes(ThemeMask wanted)
    {
        var shared = new Tally(wanted.Count, index.Words);
        using var answering = new OfferBits(1, index.Words);
        foreach (var theme in wanted)
        {
            answering[0].Clear();
            index.AddTheme(answering[0], theme);
            shared.Count(answering[0]);
        }

        return shared;
    }

    private Criterion FirstFailed(int position)
    {
        var criterion = 0;
        while (!OfferBits.Has(unmet[criterion], position)) criterion++;
        return HardCriteria.All[criterion];
    }
}

/// <summary>The offer of an actor that came nearest to eligible.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="FirstFailed">First hard criterion that failed.</param>
/// <param name="Failures">How many failed.</param>
internal readonly record struct NearMiss(CatalogOffer Offer, Criterion FirstFailed, int Failures);
