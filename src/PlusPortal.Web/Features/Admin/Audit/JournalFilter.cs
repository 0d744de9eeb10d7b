using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Audit;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Audit;

/// <summary>Filters of the journal, all in the address.</summary>
public sealed class JournalFilter : IValidatableObject
{
    /// <summary>Most characters of a text.</summary>
    public const int TextLength = 80;

    private const string ChooseFromList = "Ce filtre n’existe pas. Choisissez une valeur de la liste.";
    private const string TooLong = "Cherchez avec 80 caractères au plus.";

    /// <summary>Areas by their code in the address.</summary>
    public static IReadOnlyDictionary<string, AuditArea> Areas { get; } = new Dictionary<string, AuditArea> { ["securite"] = AuditArea.Security, ["metier"] = AuditArea.Business };

    /// <summary>Area.</summary>
    [FromQuery(Name = "domaine")]
    [TypedLength(Term.CodeLength)]
    public string? Area { get; set; }

    /// <summary>Kind.</summary>
    [FromQuery(Name = "quoi")]
    [TypedLength(Term.CodeLength)]
    public string? Kind { get; set; }

    /// <summary>Part of a name or an address, or the identifier of an account.</summary>
    [FromQuery(Name = "qui")]
    [TypedLength(TextLength, ErrorMessage = TooLong)]
    public string? Person { get; set; }

    /// <summary>Reference of a request.</summary>
    [FromQuery(Name = "demande")]
    [TypedLength(TextLength, ErrorMessage = TooLong)]
    public string? Reference { get; set; }

    /// <summary>Network, or an address in it.</summary>
    [FromQuery(Name = "reseau")]
    [TypedLength(TextLength, ErrorMessage = TooLong)]
    public string? Network { get; set; }

    /// <summary>First Paris day.</summary>
    [FromQuery(Name = "du")]
    public TypedDate From { get; set; } = new();

    /// <summary>Last Paris day.</summary>
    [FromQuery(Name = "au")]
    public TypedDate To { get; set; } = new();

    /// <summary>Where the page starts.</summary>
    [FromQuery(Name = "suite")]
    [TypedLength(ListCursor.LongestText)]
    public string? Cursor { get; set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Area is not null || Kind is not null || Typed.Line(Person) is not null || Typed.Line(Reference) is not null || Typed.Line(Network) is not null || !From.IsEmpty || !To.IsEmpty;

    /// <summary>The network asked for; null when none, or none that can be read.</summary>
    public string? Client => Typed.Line(Network)?.Split('/')[0] is { } typed && IPAddress.TryParse(typed, out var address) ? ClientNetwork.Of(address) : null;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Area is not null && !Areas.ContainsKey(Area)) yield return new ValidationResult(ChooseFromList, ["domaine"]);
        if (Kind is not null && JournalWords.Of(Kind) is null) yield return new ValidationResult(ChooseFromList, ["quoi"]);
        if (Typed.Line(Reference) is { } typed && !RequestReference.TryParse(typed, out _)) yield return new ValidationResult("Écrivez une référence comme PLUS-2026-000123.", ["demande"]);
        if (Typed.Line(Network) is not null && Client is null) yield return new ValidationResult("Écrivez un réseau comme 192.0.2.0/24, ou une adresse IP complète.", ["reseau"]);
        var (from, to) = (From.Read(), To.Read());
        if (from.Problem is { } wrongFrom) yield return new ValidationResult(wrongFrom, ["du"]);
        if (to.Problem is { } wrongTo) yield return new ValidationResult(wrongTo, ["au"]);
        if (from.Day > to.Day) yield return new ValidationResult("Cette date est avant la première. Échangez-les, ou videz l’une des deux.", ["au"]);
        if (Cursor is not null && ListCursor.Parse(Cursor) is not { Instant: not null }) yield return new ValidationResult("Cette page de la liste n’existe pas. Repartez de la première page.");
    }

    /// <summary>Address of the list with these filters, from the given page.</summary>
    public string Address(string? cursor = null) => AdminAddress.Journal + Query(cursor);

    /// <summary>Address of the table with these filters.</summary>
    public string TableAddress() => AdminAddress.JournalTable + Query(null);

    private string Query(string? cursor)
    {
        var query = new QueryString();
        Add("domaine", Area);
        Add("quoi", Kind);
        Add("qui", Typed.Line(Person));
        Add("demande", Typed.Line(Reference));
        Add("reseau", Typed.Line(Network));
        AddDay("du", From.Read().Day);
        AddDay("au", To.Read().Day);
        Add("suite", cursor);
        return query.ToUriComponent();

        void AddDay(string key, DateOnly? typed)
        {
            if (typed is not { } day) return;
            Add($"{key}.{nameof(TypedDate.Day)}", day.Day.ToString(CultureInfo.InvariantCulture));
            Add($"{key}.{nameof(TypedDate.Month)}", day.Month.ToString(CultureInfo.InvariantCulture));
            Add($"{key}.{nameof(TypedDate.Year)}", day.Year.ToString(CultureInfo.InvariantCulture));
        }

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value)) query = query.Add(key, value);
        }
    }
}
