using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using PlusPortal.Domain.Matching.Reading;

namespace PlusPortal.Domain.Matching.Indexing;

/// <summary>Several sets of offers, one bit an offer, in one array lent by the pool: given back on disposal.</summary>
internal sealed class OfferBits : IDisposable
{
    private readonly int words;
    private ulong[] rented;

    /// <summary>Empty sets.</summary>
    /// <param name="sets">How many.</param>
    /// <param name="words">Length of each, see <see cref="WordsFor"/>.</param>
    public OfferBits(int sets, int words)
    {
        this.words = words;
        rented = ArrayPool<ulong>.Shared.Rent(sets * words);
        rented.AsSpan(0, sets * words).Clear();
    }

    /// <summary>The set at that place.</summary>
    public Span<ulong> this[int set] => rented.AsSpan(set * words, words);

    /// <summary>Words of 64 bits for that many offers, rounded up so that vectors need no remainder.</summary>
    public static int WordsFor(int count) => (count + 511) / 512 * 8;

    /// <summary>Adds the members of another set.</summary>
    public static void Add(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        var left = Vectors(set);
        var right = Vectors(other);
        for (var index = 0; index < left.Length; index++) left[index] |= right[index];
    }

    /// <summary>Keeps the members that are also in another set.</summary>
    public static void Keep(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        var left = Vectors(set);
        var right = Vectors(other);
        for (var index = 0; index < left.Length; index++) left[index] &= right[index];
    }

    /// <summary>Takes the members of another set away.</summary>
    public static void Remove(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        var left = Vectors(set);
        var right = Vectors(other);
        for (var index = 0; index < left.Length; index++) left[index] = Vector.AndNot(left[index], right[index]);
    }

    /// <summary>Keeps of <paramref name="all"/> what the set does not hold.</summary>
    public static void Complement(Span<ulong> set, ReadOnlySpan<ulong> all)
    {
        var left = Vectors(set);
        var right = Vectors(all);
        for (var index = 0; index < left.Length; index++) left[index] = Vector.AndNot(right[index], left[index]);
    }

    /// <summary>Members of a set, in order.</summary>
    public static Enumerator Members(ReadOnlySpan<ulong> set) => new(set);

    /// <summary>How many members a set has.</summary>
    public static int CountOf(ReadOnlySpan<ulong> set)
    {
        var count = 0;
        foreach (var word in set) count += BitOperations.PopCount(word);
        return count;
    }

    public static void Set(Span<ulong> set, int member) => set[member >> 6] |= 1UL << member;

    public static bool Has(ReadOnlySpan<ulong> set, int member) => (set[member >> 6] >> member & 1) == 1;

    public void Dispose()
    {
        if (rented.Length > 0) ArrayPool<ulong>.Shared.Return(rented);
        rented = [];
    }

    private static Span<Vector<ulong>> Vectors(Span<ulong> set) => MemoryMarshal.Cast<ulong, Vector<ulong>>(set);

    private static ReadOnlySpan<Vector<ulong>> Vectors(ReadOnlySpan<ulong> set) => MemoryMarshal.Cast<ulong, Vector<ulong>>(set);

    /// <summary>Walks the members without allocating.</summary>
    internal ref struct Enumerator(ReadOnlySpan<ulong> set)
    {
        private readonly ReadOnlySpan<ulong> set = set;
        private int word = -1;
        private ulong left = 0;

        public readonly int Current => (word << 6) + BitOperations.TrailingZeroCount(left);

        public bool MoveNext()
        {
            if (left != 0) left &= left - 1;
            while (left == 0)
            {
                if (++word >= set.Length) return false;
                left = set[word];
            }

            return true;
        }

        public readonly Enumerator GetEnumerator() => this;
    }
}
