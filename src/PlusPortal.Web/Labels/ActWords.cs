using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Labels.Done;

namespace PlusPortal.Web.Labels;

/// <summary>Finds the words of an act, or of the event that it leaves, among the rows that are registered.</summary>
public sealed class ActWords
{
    /// <summary>Query key of what was just done, on the page of a request.</summary>
    public const string DoneKey = "fait";

    private const string ByHand = "-par-vos-soins";

    private readonly Dictionary<string, ActLabel> byName;
    private readonly Dictionary<string, ActLabel> byCode;
    private readonly Dictionary<EventKind, ActLabel> byEvent;

    /// <summary>Takes the rows of <see cref="ActLabels"/>, and those that somebody registered beside them.</summary>
    public ActWords(IEnumerable<ActLabel> labels)
    {
        var rows = labels.ToList();
        byName = rows.ToDictionary(row => row.Act.Name, StringComparer.OrdinalIgnoreCase);
        byCode = rows.ToDictionary(row => DoneCodes.Of(row.Act), StringComparer.Ordinal);
        byEvent = rows.Where(row => row.ForStaff is not null).ToDictionary(row => row.Act.Leaves);
    }

    /// <summary>Row of an act.</summary>
    public ActLabel Of(Act act) => byName[act.Name];

    /// <summary>Row of the act of that name.</summary>
    public ActLabel Of(string actName) => byName[actName];

    /// <summary>Code of an act that staff have just done, for the address: nothing of the visitor is repeated on the page.</summary>
    public static string CodeOf(Act act, bool isByHand) => DoneCodes.Of(act) + (isByHand ? ByHand : "");

    /// <summary>What the page says for such a code; null when it is none of ours.</summary>
    public string? Done(string? code)
    {
        if (code is null) return null;
        var isByHand = code.EndsWith(ByHand, StringComparison.Ordinal);
        return byCode.TryGetValue(isByHand ? code[..^ByHand.Length] : code, out var label) ? isByHand ? label.DoneByHand : label.Done : null;
    }

    /// <summary>Line of an event for staff, with its author: « Camille Exemple a pris la demande en charge. »</summary>
    public string ForStaff(TimelineFacts facts) => byEvent[facts.Kind].ForStaff!(facts);

    /// <summary>Line of an event for the structure; null for what happens inside PLUS.</summary>
    public string? ForStructure(TimelineFacts facts) => byEvent[facts.Kind].ForStructure?.Invoke(facts);

    /// <summary>Kind of the text that the structure may read with the event; null when there is none for it.</summary>
    public NoteKind? TextForStructure(EventKind kind) =>
        byEvent[kind].Act.Writes is { } text && !NoteLabels.IsForStaffOnly(text) ? text : null;
}

/// <summary>Services of the labels.</summary>
public static class ActWordsServices
{
    /// <summary>Registers the words of every act.</summary>
    public static void AddActWords(this IServiceCollection services)
    {
        foreach (var label in ActLabels.All) services.AddSingleton(label);
        services.AddSingleton<ActWords>();
    }
}
