using System.Collections.Frozen;
using System.Numerics;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Catalog;

/// <summary>A set of need themes as bits, so that comparing two sets costs one instruction.</summary>
internal readonly record struct ThemeMask(ulong Bits)
{
    private static readonly FrozenDictionary<string, int> Positions =
        Themes.All.Select((term, index) => (term.Code, index)).ToFrozenDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);

    /// <summary>How many themes there are.</summary>
    public static int Capacity => Positions.Count;

    /// <summary>How many themes the set holds.</summary>
    public int Count => BitOperations.PopCount(Bits);

    /// <summary>Set of these codes; unknown codes are left out.</summary>
    public static ThemeMask Of(IEnumerable<string> codes)
    {
        var bits = 0UL;
        foreach (var code in codes)
        {
            if (Positions.TryGetValue(code, out var position)) bits |= 1UL << position;
        }

        return new ThemeMask(bits);
    }

    /// <summary>Place of a theme in the vocabulary, or -1.</summary>
    public static int PositionOf(string code) => Positions.TryGetValue(code, out var position) ? position : -1;

    /// <summary>Whether the set holds the theme at this place.</summary>
    public bool Has(int position) => (Bits >> position & 1) == 1;

    /// <summary>Themes that either set holds.</summary>
    public ThemeMask Or(ThemeMask other) => new(Bits | other.Bits);

    /// <summary>Themes that both sets hold.</summary>
    public ThemeMask And(ThemeMask other) => new(Bits & other.Bits);

    /// <summary>Walks the places of the themes.</summary>
    public Enumerator GetEnumerator() => new(Bits);

    /// <summary>Walks without allocating.</summary>
    internal struct Enumerator(ulong bits)
    {
        private ulong left = bits;

        public int Current { get; private set; } = -1;

        public bool MoveNext()
        {
            if (left == 0) return false;
            Current = BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }
    }
}
