using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Queue;

/// <summary>The queue with its filters.</summary>
public sealed record QueuePage(QueueFilters Filters, QueueTable? Table);

/// <summary>The form of the filters.</summary>
public sealed record QueueFilters(QueueFilter Filter, IReadOnlyList<Choice> Staff)
{
    /// <summary>Statuses; the empty choice is every open one.</summary>
    public static IReadOnlyList<Choice> Statuses { get; } = [.. QueueFilter.Statuses.Select(pair => new Choice(pair.Key, pair.Value.ForStaff))];

    /// <summary>Whom requests wait for.</summary>
    public static IReadOnlyList<Choice> Waits { get; } = [.. QueueFilter.Waits.Select(pair => new Choice(pair.Key, pair.Value.ForStaff))];

    /// <summary>Stages.</summary>
    public static IReadOnlyList<Choice> StageChoices { get; } = [.. Stages.All.Select(stage => new Choice(stage.Code, stage.Label)), new(QueueFilter.UnknownStage, "Étape inconnue")];

    /// <summary>Départements.</summary>
    public static IReadOnlyList<Choice> Departements { get; } =
    [
        new("54", "54 – Meurthe-et-Moselle"),
        new("55", "55 – Meuse"),
        new("57", "57 – Moselle"),
        new("88", "88 – Vosges"),
        new(QueueFilter.OutsideLorraine, "Hors Lorraine"),
    ];

    /// <summary>Me, nobody, then the others by name.</summary>
    public IEnumerable<Choice> Assignees => [new(QueueFilter.Me, "Moi"), new(QueueFilter.Nobody, "Personne"), .. Staff];
}

/// <summary>A page of the list.</summary>
/// <param name="Slice">Its lines.</param>
/// <param name="Filter">Filters that the links keep.</param>
/// <param name="Today">Current Paris day.</param>
/// <param name="Caption">What the list is, in a sentence.</param>
/// <param name="Next">What PLUS does, or whom it waits for and until when, by request.</param>
public sealed record QueueTable(RequestQueueSlice Slice, QueueFilter Filter, DateOnly Today, string Caption, IReadOnlyDictionary<Guid, string> Next)
{
    /// <summary>« 3 demandes ouvertes, la plus ancienne en premier. »</summary>
    public string CountSentence => (Slice.Total ?? 0, Filter.Status is "terminee") switch
    {
        (0, _) => "Aucune demande.",
        (1, true) => "1 demande terminée.",
        (1, false) => "1 demande ouverte.",
        (var many, true) => $"{many.ToString("N0", FrenchText.Culture)} demandes terminées, la dernière en premier.",
        (var many, false) => $"{many.ToString("N0", FrenchText.Culture)} demandes ouvertes, celle qui attend depuis le plus longtemps en premier.",
    };
}
