using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Data;
using PlusPortal.Data.Actors.Absences;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Map;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Directory.Actors;

/// <summary>Filters of the list, all in the address.</summary>
public sealed class ActorFilter
{
    /// <summary>Part of the name.</summary>
    [TypedLength(100)]
    public string? Texte { get; set; }

    /// <summary>Code of a kind.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Type { get; set; }

    /// <summary>Code of a verification status.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Verification { get; set; }

    /// <summary>« inactifs » shows those out of the directory.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Etat { get; set; }

    /// <summary>Cursor of the page.</summary>
    [TypedLength(ListCursor.LongestText)]
    public string? Apres { get; set; }
}

/// <summary>One line of the list.</summary>
public sealed record ActorRow(Guid Id, string Name, string Kind, string Verification, bool IsActive, int OfferCount, DateTimeOffset UpdatedAt);

/// <summary>The list.</summary>
/// <param name="Filter">What it was narrowed to.</param>
/// <param name="Rows">One page of it.</param>
/// <param name="Total">Actors that pass the filter.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
/// <param name="PendingRevisions">Modifications of offers that wait to be read; null for observers, who do not read them.</param>
public sealed record ActorsPage(ActorFilter Filter, IReadOnlyList<ActorRow> Rows, int Total, string? Next, int? PendingRevisions);

/// <summary>One offer on the actor's page.</summary>
public sealed record OfferLine(Guid Id, string Title, string Description, OfferState State, string Capacity, DateOnly? CapacityUntil, ConfirmationLine Confirmation, IReadOnlyList<(string Field, string Text)> Said, Guid? PendingRevisionId, CoverageMap Map);

/// <summary>When an offer was confirmed, and when it is to be again.</summary>
/// <param name="On">Day of the last confirmation; null when never.</param>
/// <param name="DueOn">Day on which the sheet is due.</param>
/// <param name="IsDue">Whether that day has come.</param>
/// <param name="SuspendedFor">Why the portal suspended it; null when it did not.</param>
/// <param name="Version">Version that was shown; posted back.</param>
public sealed record ConfirmationLine(DateOnly? On, DateOnly DueOn, bool IsDue, SuspensionCause? SuspendedFor, uint Version);

/// <summary>The page of an actor: what is published of it, and what staff alone see and do.</summary>
public sealed record ActorPage(ActorHead Actor, IReadOnlyList<OfferLine> Offers, ActorForStaff? ForStaff);

/// <summary>What an actor says of itself.</summary>
/// <param name="Website">Web address; for observers, only one that a person has opened.</param>
public sealed record ActorHead(
    Guid Id, string Name, string Kind, string Circle, string Description, string? Website, DateOnly? WebsiteCheckedOn, string Verification, DateOnly? VerifiedOn, bool IsActive, bool IsSample);

/// <summary>What staff alone see and do on the page of an actor.</summary>
public sealed record ActorForStaff(string? ContactEmail, SourceConfidence SourceConfidence, string? EditorNote, IReadOnlyList<string> SourceUrls, int EditedFields, ContactForm Contact)
{
    /// <summary>Département of its office, in words; null when nobody said.</summary>
    public string? Office { get; init; }

    /// <summary>Absences under way.</summary>
    public IReadOnlyList<AbsenceDays> Away { get; init; } = [];
}

/// <summary>What staff may change of an actor.</summary>
public sealed class ActorForm
{
    /// <summary>Version of the record that was shown.</summary>
    public uint Version { get; set; }

    /// <summary>Public name.</summary>
    [Required(ErrorMessage = "Indiquez le nom de l’acteur.")]
    [TypedLength(SupportActor.NameLength, ErrorMessage = "Ce nom est trop long\u00A0: {1} caractères au plus.")]
    public string? Name { get; set; }

    /// <summary>Code of the kind.</summary>
    [Required(ErrorMessage = "Choisissez le type d’acteur.")]
    [TypedLength(Term.CodeLength)]
    public string? Kind { get; set; }

    /// <summary>Code of the circle.</summary>
    [Required(ErrorMessage = "Dites si l’acteur est un premier accueil ou un spécialiste.")]
    [TypedLength(Term.CodeLength)]
    public string? Circle { get; set; }

    /// <summary>What the organisation is.</summary>
    [Required(ErrorMessage = "Décrivez l’acteur en quelques phrases.")]
    [TypedLength(OfferContent.DescriptionLength, ErrorMessage = "Ce texte est trop long\u00A0: {1} caractères au plus.")]
    public string? Description { get; set; }

    /// <summary>Web address.</summary>
    [TypedLength(2_083, ErrorMessage = "Cette adresse est trop longue.")]
    public string? Website { get; set; }

    /// <summary>Whether a person opened the web address.</summary>
    public bool WebsiteChecked { get; set; }

    /// <summary>Whether the actor is in the directory.</summary>
    public bool IsActive { get; set; }

    /// <summary>Code of the département of its office; empty when nobody said.</summary>
    [TypedLength(SupportActor.DepartementLength, ErrorMessage = "Choisissez un département de la liste.")]
    public string? OfficeDepartement { get; set; }

    /// <summary>Départements to choose from.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<Choice> Departements { get; set; } = [];

    /// <summary>The form of an actor.</summary>
    public static ActorForm From(SupportActor actor) => new()
    {
        Version = actor.Version,
        Name = actor.Name,
        Kind = actor.Kind,
        Circle = actor.Circle,
        Description = actor.Description,
        Website = actor.Website,
        WebsiteChecked = actor.WebsiteCheckedOn is not null,
        IsActive = actor.IsActive,
        OfficeDepartement = actor.OfficeDepartement,
    };

    /// <summary>Rules across fields and lists, one (field, sentence) each.</summary>
    public IEnumerable<(string Field, string Sentence)> Problems()
    {
        if (Kind is not null && !ActorKinds.All.Contains(Kind)) yield return (nameof(Kind), "Choisissez le type d’acteur dans la liste.");
        if (Circle is not null && !Circles.All.Contains(Circle)) yield return (nameof(Circle), "Choisissez premier accueil ou spécialiste.");
        if (!string.IsNullOrWhiteSpace(Website) && !(Uri.TryCreate(Website, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
            yield return (nameof(Website), "Indiquez une adresse complète, qui commence par https://.");
        if (Typed.Line(OfficeDepartement) is { } office && Departements.All(choice => choice.Value != office)) yield return (nameof(OfficeDepartement), "Choisissez un département de la liste.");
        if (WebsiteChecked && string.IsNullOrWhiteSpace(Website)) yield return (nameof(WebsiteChecked), "Indiquez l’adresse du site que vous avez ouvert, ou décochez cette case.");
    }
}

/// <summary>A contact that a member of staff checked with the actor.</summary>
public sealed class ContactForm
{
    /// <summary>Version of the record that was shown.</summary>
    public uint Version { get; set; }

    /// <summary>Professional address.</summary>
    [Required(ErrorMessage = "Indiquez l’adresse que l’acteur vous a donnée.")]
    [EmailAddress(ErrorMessage = "Cette adresse n’est pas complète. Exemple\u00A0: accueil@exemple.fr.")]
    [TypedLength(SupportActor.AddressLength, ErrorMessage = "Cette adresse est trop longue.")]
    public string? Email { get; set; }

    /// <summary>Says that the address was checked with the actor.</summary>
    public bool Checked { get; set; }
}
