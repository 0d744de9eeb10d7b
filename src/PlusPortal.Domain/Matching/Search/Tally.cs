using System.Numerics;

namespace PlusPortal.Domain.Matching.Search;

/// <summary>How many of several sets each offer belongs to: a binary counter of which bit n of all offers is one set, so that one instruction counts for many offers.</summary>
internal sealed class Tally : IDisposable
{
    private readonly OfferBits digits;
    private readonly int digitCount;

    /// <summary>A tally at zero.</summary>
    /// <param name="most">Most sets that will be counted.</param>
    /// <param name="words">Length of each set.</param>
    public Tally(int most, int words)
    {
        digitCount = BitOperations.Log2((uint)Math.Max(1, most)) + 1;
        digits = new OfferBits(digitCount, words);
    }

    /// <summary>Counts one more for each member.</summary>
    public void Count(ReadOnlySpan<ulong> set)
    {
        for (var word = 0; word < set.Length; word++)
        {
            var carry = set[word];
            for (var digit = 0; carry != 0 && digit < digitCount; digit++)
            {
                ref var cell = ref digits[digit][word];
                (cell, carry) = (cell ^ carry, cell & carry);
            }
        }
    }

    /// <summary>Offers of one word of the sets that were counted exactly so many times.</summary>
    public ulong Exactly(int count, int word)
    {
        var offers = ulong.MaxValue;
        for (var digit = 0; digit < digitCount; digit++)
        {
            var cell = digits[digit][word];
            offers &= (count >> digit & 1) == 1 ? cell : ~cell;
        }

        return offers;
    }

    public void Dispose() => digits.Dispose();
}
