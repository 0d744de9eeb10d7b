using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Queue;

/// <summary>Filters of the queue, all in the address so that a list can be kept and shared.</summary>
public sealed class QueueFilter : IValidatableObject
{
    /// <summary>Most characters of the search.</summary>
    public const int TextLength = 80;

    /// <summary>Value of « nobody ».</summary>
    public const string Nobody = "personne";

    /// <summary>Value of « me ».</summary>
    public const string Me = "moi";

    /// <summary>Value of a stage that nobody knows.</summary>
    public const string UnknownStage = "inconnue";

    /// <summary>Value of the départements outside Lorraine.</summary>
    public const string OutsideLorraine = "autre";

    private const string ChooseFromList = "Ce filtre n’existe pas. Choisissez une valeur de la liste.";

    /// <summary>Statuses by their code in the address.</summary>
    public static IReadOnlyDictionary<string, RequestStatus> Statuses { get; } = new Dictionary<string, RequestStatus>
    {
        ["recue"] = RequestStatus.Submitted,
        ["tri"] = RequestStatus.InTriage,
        ["precision"] = RequestStatus.NeedsInformation,
        ["accord"] = RequestStatus.AwaitingConsent,
        ["envoyee"] = RequestStatus.Oriented,
        ["en-cours"] = RequestStatus.InProgress,
        ["terminee"] = RequestStatus.Closed,
    };

    /// <summary>Whom a request waits for, by its code in the address.</summary>
    public static IReadOnlyDictionary<string, WaitsFor> Waits { get; } = new Dictionary<string, WaitsFor>
    {
        ["plus"] = Domain.Requests.Rulebook.WaitsFor.Plus,
        ["structure"] = Domain.Requests.Rulebook.WaitsFor.Structure,
        ["acteur"] = Domain.Requests.Rulebook.WaitsFor.SupportActor,
    };

    /// <summary>Status; null for every open one.</summary>
    [FromQuery(Name = "etat")]
    [TypedLength(Term.CodeLength)]
    public string? Status { get; set; }

    /// <summary>Whom the request waits for.</summary>
    [FromQuery(Name = "attente")]
    [TypedLength(Term.CodeLength)]
    public string? WaitsFor { get; set; }

    /// <summary>Stage in force.</summary>
    [FromQuery(Name = "etape")]
    [TypedLength(Term.CodeLength)]
    public string? Stage { get; set; }

    /// <summary>Département in force.</summary>
    [FromQuery(Name = "departement")]
    [TypedLength(Term.CodeLength)]
    public string? Departement { get; set; }

    /// <summary>Me, nobody, or the account of a member of staff.</summary>
    [FromQuery(Name = "suivi")]
    [TypedLength(Term.CodeLength)]
    public string? Assignee { get; set; }

    /// <summary>Reference, name of the structure or title.</summary>
    [FromQuery(Name = "texte")]
    [TypedLength(TextLength, ErrorMessage = "Cherchez avec 80 caractères au plus.")]
    public string? Text { get; set; }

    /// <summary>Urgent ones only.</summary>
    [FromQuery(Name = "urgent")]
    public bool Urgent { get; set; }

    /// <summary>Overdue ones only.</summary>
    [FromQuery(Name = "retard")]
    public bool Overdue { get; set; }

    /// <summary>Those to transmit by hand.</summary>
    [FromQuery(Name = "par-nos-soins")]
    public bool ByHand { get; set; }

    /// <summary>Where the page starts.</summary>
    [FromQuery(Name = "suite")]
    [TypedLength(ListCursor.LongestText)]
    public string? Cursor { get; set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Status is not null || WaitsFor is not null || Stage is not null || Departement is not null || Assignee is not null
        || !string.IsNullOrWhiteSpace(Text) || Urgent || Overdue || ByHand;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Status is not null && !Statuses.ContainsKey(Status)) yield return new ValidationResult(ChooseFromList, ["etat"]);
        if (WaitsFor is not null && !Waits.ContainsKey(WaitsFor)) yield return new ValidationResult(ChooseFromList, ["attente"]);
        if (Stage is not null && Stage != UnknownStage && !Stages.All.Contains(Stage)) yield return new ValidationResult(ChooseFromList, ["etape"]);
        if (Departement is not null && Departement != OutsideLorraine && !Lorraine.Contains(Departement)) yield return new ValidationResult(ChooseFromList, ["departement"]);
        if (Assignee is not (null or Me or Nobody) && !Guid.TryParse(Assignee, out _)) yield return new ValidationResult(ChooseFromList, ["suivi"]);
        if (Cursor is not null && ListCursor.Parse(Cursor) is not { Instant: not null }) yield return new ValidationResult("Cette page de la liste n’existe pas. Repartez de la première page.");
    }

    /// <summary>The filter as the query understands it; only for a valid form.</summary>
    public RequestQueueFilter Parse(Guid me, DateOnly today) => new()
    {
        Status = Status is null ? null : Statuses[Status],
        WaitsFor = WaitsFor is null ? null : Waits[WaitsFor],
        Stage = Stage is UnknownStage ? null : Stage,
        IsStageUnknown = Stage is UnknownStage,
        Departement = Departement is OutsideLorraine ? null : Departement,
        IsOutsideLorraine = Departement is OutsideLorraine,
        AssigneeId = Assignee switch { null or Nobody => null, Me => me, var id => Guid.Parse(id) },
        IsUnassigned = Assignee is Nobody,
        Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(),
        IsUrgent = Urgent,
        DueBefore = Overdue ? today : null,
        IsByHand = ByHand,
    };

    /// <summary>Address of the list with these filters, from the given page.</summary>
    public string Address(ListCursor? cursor = null)
    {
        var query = new QueryString();
        Add("etat", Status);
        Add("attente", WaitsFor);
        Add("etape", Stage);
        Add("departement", Departement);
        Add("suivi", Assignee);
        Add("texte", Text);
        Add("urgent", Urgent ? "true" : null);
        Add("retard", Overdue ? "true" : null);
        Add("par-nos-soins", ByHand ? "true" : null);
        Add("suite", cursor?.ToString());
        return AdminAddress.Requests + query.ToUriComponent();

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value)) query = query.Add(key, value);
        }
    }
}
