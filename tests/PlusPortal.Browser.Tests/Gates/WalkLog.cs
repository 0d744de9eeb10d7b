using System.Collections.Concurrent;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>What a walk through the scenes brought back.</summary>
internal sealed class WalkLog
{
    private readonly ConcurrentDictionary<Complaint, ConcurrentQueue<string>> complaints = [];

    /// <summary>The HTML of each scene as it was served, by name.</summary>
    public ConcurrentDictionary<string, string> Served { get; } = [];

    /// <summary>Templates shown, each with the titles it had.</summary>
    public ConcurrentDictionary<string, ConcurrentBag<string>> Titles { get; } = [];

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
}
