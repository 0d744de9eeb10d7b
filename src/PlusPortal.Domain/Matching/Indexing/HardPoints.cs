using PlusPortal.Domain.Matching.Scoring;

namespace PlusPortal.Domain.Matching.Indexing;

/// <summary>Points that hard criteria give to offers which pass with a doubt. There are few different ones in a request: each is a set of offers.</summary>
internal sealed class HardPoints(int words) : IDisposable
{
    private readonly List<(string Criterion, int Points, OfferBits Offers)> doubts = [];

    /// <summary>Set to which the offers that get so many points from a criterion are added.</summary>
    public Span<ulong> For(string criterion, int points)
    {
        foreach (var doubt in doubts)
        {
            if (doubt.Points == points && doubt.Criterion == criterion) return doubt.Offers[0];
        }

        doubts.Add((criterion, points, new OfferBits(1, words)));
        return doubts[^1].Offers[0];
    }

    /// <summary>Sum of the points of an offer.</summary>
    public int At(int position)
    {
        var sum = 0;
        foreach (var doubt in doubts)
        {
            if (OfferBits.Has(doubt.Offers[0], position)) sum += doubt.Points;
        }

        return sum;
    }

    public void Dispose()
    {
        foreach (var doubt in doubts) doubt.Offers.Dispose();
    }
}
