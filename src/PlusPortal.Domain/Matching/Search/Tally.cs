using System.Numerics;
using System.Runtime.InteropServices;
using PlusPortal.Domain.Matching.Indexing;

namespace PlusPortal.Domain.Matching.Search;

/// <summary>How many of several sets each offer belongs to: a binary counter of which digit n of all offers is one set, so that one instruction counts for many offers.</summary>
internal sealed class Tally : IDisposable
{
    private readonly OfferBits digits;
    private readonly int digitCount;
    private int counted;

    /// <summary>A tally at zero.</summary>
    /// <param name="most">Most sets that will be counted.</param>
    /// <param name="words">Length of each set.</param>
    public Tally(int most, int words)
    {
        digitCount = DigitsOf(most);
        digits = new OfferBits(digitCount + 1, words);
    }

    /// <summary>Counts one more for each member.</summary>
    public void Count(ReadOnlySpan<ulong> set)
    {
        counted++;
        var carry = digits[digitCount];
        set.CopyTo(carry);
        for (var digit = 0; digit < DigitsOf(counted); digit++) Add(digits[digit], carry);
    }

    /// <summary>Makes a set hold the offers that were counted exactly so many times.</summary>
    public void FindExactly(int count, Span<ulong> found)
    {
        found.Fill(ulong.MaxValue);
        for (var digit = 0; digit < digitCount; digit++)
        {
            if ((count >> digit & 1) == 1) OfferBits.Keep(found, digits[digit]);
            else OfferBits.Remove(found, digits[digit]);
        }
    }

    public void Dispose() => digits.Dispose();

    private static int DigitsOf(int count) => BitOperations.Log2((uint)Math.Max(1, count)) + 1;

    private static void Add(Span<ulong> digit, Span<ulong> carry)
    {
        var sums = MemoryMarshal.Cast<ulong, Vector<ulong>>(digit);
        var carries = MemoryMarshal.Cast<ulong, Vector<ulong>>(carry);
        for (var index = 0; index < sums.Length; index++)
        {
            var sum = sums[index];
            sums[index] = sum ^ carries[index];
            carries[index] &= sum;
        }
    }
}
