namespace PlusPortal.Domain.Matching.Catalog;

/// <summary>For which themes other actors named this one as better placed: a set of themes for each of them, and nothing that tells who it was. Compared by value.</summary>
public sealed class BetterPlaced : IEquatable<BetterPlaced>
{
    /// <summary>Actors beyond which one more says nothing new.</summary>
    private const int MostCounted = 3;

    private readonly ulong[] themesByActor;

    private BetterPlaced(ulong[] themesByActor) => this.themesByActor = themesByActor;

    /// <summary>Nobody named it.</summary>
    public static BetterPlaced None { get; } = new([]);

    /// <summary>Named by these.</summary>
    /// <param name="themesByActor">For each actor that named it, the codes of the themes of the requests for which it did; in any order.</param>
    public static BetterPlaced By(IEnumerable<IEnumerable<string>> themesByActor)
    {
        ulong[] sets = [.. themesByActor.Select(codes => ThemeMask.Of(codes).Bits).Where(bits => bits != 0).Order()];
        return sets.Length == 0 ? None : new BetterPlaced(sets);
    }

    /// <summary>How many actors named it for requests that share a theme with these.</summary>
    internal int CountFor(ThemeMask wanted)
    {
        var count = 0;
        foreach (var bits in themesByActor)
        {
            if ((bits & wanted.Bits) != 0) count++;
        }

        return count;
    }

    /// <summary>Points of so many actors: a third of the weight for each, and the weight at most.</summary>
    internal static int Points(int weight, int count) => weight * Math.Min(count, MostCounted) / MostCounted;

    /// <inheritdoc />
    public bool Equals(BetterPlaced? other) => other is not null && themesByActor.AsSpan().SequenceEqual(other.themesByActor);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as BetterPlaced);

    /// <inheritdoc />
    public override int GetHashCode() => themesByActor.Length == 0 ? 0 : HashCode.Combine(themesByActor.Length, themesByActor[0], themesByActor[^1]);
}
