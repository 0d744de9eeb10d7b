using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Domain.Requests.Masking;

namespace PlusPortal.Web.Features.Admin.Requests.Masking;

/// <summary>The page on which passages are masked: what leaves, what is proposed, what was decided.</summary>
public sealed record MaskingPage
{
    /// <summary>Top of the page and conflict.</summary>
    public required FormPage<MaskingForm> Page { get; init; }

    /// <summary>What was decided, or the lines to decide on.</summary>
    public required MaskingForm Form { get; init; }

    /// <summary>Texts that actors read, or will.</summary>
    public required IReadOnlyList<ShownText> Texts { get; init; }

    /// <summary>What the structure added, and no actor reads before staff let it.</summary>
    public required IReadOnlyList<ShownText> Added { get; init; }

    /// <summary>Whether some actor has the request, or had it.</summary>
    public bool IsSent => Page.Request.Referrals.Any(referral => referral.WasTold);

    /// <summary>Proposed passages, in the order of the lines of the form.</summary>
    public required IReadOnlyList<ProposedPassage> Waiting { get; init; }

    /// <summary>Passages proposed once these are decided on.</summary>
    public required int MoreWaiting { get; init; }

    /// <summary>Passages left with a reason.</summary>
    public required IReadOnlyList<DecidedPassage> Left { get; init; }

    /// <summary>Passages masked.</summary>
    public required IReadOnlyList<DecidedPassage> Masked { get; init; }

    /// <summary>Name of the structure, in which passages are sought only when staff say so.</summary>
    public required string? StructureName { get; init; }

    /// <summary>Whether the words of what is masked now will be kept for staff.</summary>
    public required bool KeepsOriginals { get; init; }
}

/// <summary>A text with its proposed passages.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Parts">Its parts in order.</param>
public sealed record ShownText(string Label, IReadOnlyList<TextPart> Parts);

/// <summary>A part of a text.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Number">Number of the proposed passage that it is; null between them.</param>
public sealed record TextPart(string Text, int? Number);

/// <summary>A passage on which somebody decided.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who.</param>
/// <param name="Places">In which texts it stood, or why it was left.</param>
/// <param name="Words">Its words, where they are kept.</param>
public sealed record DecidedPassage(DateTimeOffset At, string Who, string Places, string? Words);

/// <summary>The words of the page.</summary>
public static class MaskWords
{
    /// <summary>What a text is called.</summary>
    public static string LabelOf(MaskPlace place) => place switch
    {
        MaskPlace.Title => "Titre de la demande",
        MaskPlace.Need => "Le besoin",
        MaskPlace.AlreadyMet => "Qui la structure a déjà rencontré",
        MaskPlace.LegalFormDetail => "Précision de la forme juridique",
        MaskPlace.StructureName => "Nom de la structure",
        MaskPlace.Summary => "Résumé pour les acteurs",
        MaskPlace.Exchange => "Échange avec un acteur",
        MaskPlace.Conversation => "Échange avec la structure",
        MaskPlace.Internal => "Notes internes",
        MaskPlace.Information => "Complément de la structure",
    };

    /// <summary>Several of them, in one line.</summary>
    public static string LabelOf(IEnumerable<MaskPlace> places) => string.Join(", ", places.Select(LabelOf));

    /// <summary>What a passage tells.</summary>
    public static string LabelOf(SensitiveKinds kinds) => string.Join(", ", kinds.InWords).Replace('\'', '’');
}
