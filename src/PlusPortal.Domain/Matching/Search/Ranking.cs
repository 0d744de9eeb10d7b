using System.Buffers;
using System.Runtime.CompilerServices;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Indexing;
using PlusPortal.Domain.Matching.Scoring;

namespace PlusPortal.Domain.Matching.Search;

/// <summary>The best offer of each eligible actor. Only the first ones are put in order; working memory is lent by the pool.</summary>
internal sealed class Ranking : IDisposable
{
    private readonly MatchingContext context;
    private readonly int count;
    private Candidate[] best;

    public Ranking(MatchingContext context, OfferIndex index, Sieve sieve)
    {
        this.context = context;
        best = ArrayPool<Candidate>.Shared.Rent(sieve.EligibleCount);
        using var words = new SharedWords(context.Words, index, sieve.EligibleSet, sieve.EligibleCount);
        var places = ArrayPool<int>.Shared.Rent(index.ActorCount);
        places.AsSpan(0, index.ActorCount).Clear();

        _ = Fetch(index, sieve);
        foreach (var position in sieve.Eligible)
        {
            // 0 stands for an actor that has not been met yet.
            ref var place = ref places[index.ActorAt(position)];
            context.Locate(index[position], sieve.LevelAt(position), words.At(position));
            var candidate = Candidate.Of(context, index[position], sieve.PointsAt(position));
            if (place == 0)
            {
                best[count++] = candidate;
                place = count;
                continue;
            }

            ref var known = ref best[place - 1];
            var themes = known.ActorThemes.Or(candidate.ActorThemes);
            known = (candidate.CompareTo(known) < 0 ? candidate : known) with { ActorThemes = themes };
        }

        ArrayPool<int>.Shared.Return(places);
        for (var actor = 0; actor < count; actor++) best[actor] = best[actor].WithOtherOffers(context);
    }

    /// <summary>The first candidates that are helpful, or that are not, in order.</summary>
    public List<Candidate> First(int most, bool isHelpful)
    {
        var first = new List<Candidate>();
        foreach (var candidate in best.AsSpan(0, most > 0 ? count : 0))
        {
            if (first.Count == most && candidate.CompareTo(first[^1]) > 0) continue;
            if (candidate.IsHelpful(context) != isHelpful) continue;
            if (first.Count == most) first.RemoveAt(most - 1);
            var place = first.Count;
            while (place > 0 && candidate.CompareTo(first[place - 1]) < 0) place--;
            first.Insert(place, candidate);
        }

        return first;
    }

    public void Dispose()
    {
        ArrayPool<Candidate>.Shared.Return(best, clearArray: true);
        best = [];
    }

    /// <summary>
    /// Reads a little of each eligible offer before they are scored. They lie far apart in memory and scoring one by one
    /// waits for each; a loop as short as this one waits for several at once. A third of the time of a request at 100,000 offers.
    /// </summary>
    /// <returns>A number without meaning: what is never used would not be read.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Fetch(OfferIndex index, Sieve sieve)
    {
        var sum = 0;
        foreach (var position in sieve.Eligible)
        {
            var offer = index[position];
            var content = offer.Content;
            sum += offer.ActorKind.Length + offer.ThemeGroupCount + (offer.AnnouncedDays ?? 0) + (offer.ConfirmedOn?.Day ?? 0);
            sum += content.SupportModes.Count + content.Sectors.Count + content.SubStages.Count + (content.Eligibility.AmountMinEuros is null ? 0 : 1);
        }

        return sum;
    }
}
