using System.Collections.Concurrent;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>What the scenes of a page brought back.</summary>
internal sealed class WalkLog
{
    private readonly ConcurrentDictionary<Complaint, ConcurrentQueue<string>> complaints = [];

    /// <summary>The HTML of each scene as it was served, by name.</summary>
    public ConcurrentDictionary<string, string> Served { get; } = [];

    /// <summary>Templates shown, with their titles.</summary>
    public ConcurrentBag<(string Template, string Title)> Titles { get; } = [];

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsEmpty => complaints.IsEmpty;

    /// <summary>Notes what is wrong; the same under several conditions is one complaint.</summary>
    public void Add(Gate gate, string scene, string condition, IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences) complaints.GetOrAdd(new Complaint(gate, scene, sentence), _ => []).Enqueue(condition);
    }

    /// <summary>What a gate says, with the conditions under which it says so.</summary>
    public IReadOnlyList<string> Of(Gate gate) =>
    [
        .. from entry in complaints
           where entry.Key.Gate == gate
           orderby entry.Key.Scene, entry.Key.Sentence
           select $"{entry.Key} ({string.Join("; ", entry.Value.Distinct())})",
    ];

    /// <summary>Every complaint, a line each, gate by gate.</summary>
    public override string ToString() => $"{complaints.Count} complaints:\n" + string.Join('\n', Enum.GetValues<Gate>().SelectMany(gate => Of(gate).Select(sentence => $"{gate}: {sentence}")));
}
