using System.Reflection;

namespace PlusPortal.Testing.Architecture;

/// <summary>A ring of rooms, that is, of namespaces.</summary>
/// <param name="Rooms">The namespaces of the ring, in alphabetical order.</param>
/// <param name="References">Who names whom inside the ring, in alphabetical order.</param>
public sealed record NamespaceRing(IReadOnlyList<string> Rooms, IReadOnlyList<NamespaceReference> References)
{
    private const int ShownPerPair = 3;

    /// <summary>The rooms and, for each that names another, up to three pairs of types: what to move or to turn round.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine,
        References.GroupBy(reference => (reference.From, reference.To))
            .Select(pair => $"{pair.Key.From} → {pair.Key.To}: {string.Join(", ", pair.Take(ShownPerPair).Select(one => $"{one.FromType} names {one.ToType}"))}{(pair.Count() > ShownPerPair ? $" and {pair.Count() - ShownPerPair} more" : "")}")
            .Prepend($"Ring of {Rooms.Count}: {string.Join(", ", Rooms)}"));
}

/// <summary>
/// Finds rings among the namespaces of one assembly: rooms that name each other, directly or by way of others, so that none can be read, moved
/// or tested without the rest. A namespace and the one that holds it are two rooms.
/// </summary>
public static class NamespaceRings
{
    /// <summary>The rings of an assembly; each is as large as it can be, so no two share a room.</summary>
    public static IReadOnlyList<NamespaceRing> Of(Assembly assembly) => Among(NamespaceReferences.Of(assembly));

    /// <summary>The rings among references.</summary>
    public static IReadOnlyList<NamespaceRing> Among(IReadOnlyList<NamespaceReference> references)
    {
        var next = references.Select(reference => (reference.From, reference.To)).Distinct().ToLookup(pair => pair.From, pair => pair.To);
        var reached = references.Select(reference => reference.From).Distinct()
            .ToDictionary(room => room, room => ReachedFrom(room, next));
        var inRing = reached.Where(pair => pair.Value.Contains(pair.Key)).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        var rings = new List<NamespaceRing>();
        while (inRing.Count > 0)
        {
            var first = inRing[0];
            List<string> rooms = [.. inRing.Where(room => reached[first].Contains(room) && reached[room].Contains(first))];
            rings.Add(new NamespaceRing(rooms, [.. references.Where(reference => rooms.Contains(reference.From) && rooms.Contains(reference.To))]));
            inRing.RemoveAll(rooms.Contains);
        }

        return rings;
    }

    private static HashSet<string> ReachedFrom(string room, ILookup<string, string> next)
    {
        var reached = new HashSet<string>();
        var waiting = new Queue<string>(next[room]);
        while (waiting.TryDequeue(out var here))
        {
            if (reached.Add(here))
            {
                foreach (var there in next[here])
                {
                    waiting.Enqueue(there);
                }
            }
        }

        return reached;
    }
}
