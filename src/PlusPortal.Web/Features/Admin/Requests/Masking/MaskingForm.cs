using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Masking;

/// <summary>What staff decide about the passages of a request.</summary>
public sealed class MaskingForm : IValidatableObject
{
    /// <summary>Proposed passages, in the order of the page.</summary>
    public List<ProposedLine> Proposed { get; set; } = [];

    /// <summary>Other passages to mask, one a line.</summary>
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Masquez ces passages en plusieurs fois\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Others { get; set; }

    /// <summary>Whether the name of the structure is searched too.</summary>
    public bool InStructureName { get; set; }

    /// <summary>The other passages, each once.</summary>
    public IReadOnlyList<string> OtherPassages =>
        [.. (Others ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DistinctBy(PassageMask.KeyOf)];

    /// <summary>The form as it opens: every proposal waits for a choice.</summary>
    public static MaskingForm For(IEnumerable<ProposedPassage> waiting) => new() { Proposed = [.. waiting.Select(passage => new ProposedLine { Key = passage.Key })] };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var index = 0; index < Proposed.Count; index++)
        {
            if (Proposed[index] is { Choice: ProposedLine.Leave } line && string.IsNullOrWhiteSpace(line.Reason))
                yield return new ValidationResult("Écrivez pourquoi ce passage peut rester lisible par les acteurs.", [$"{nameof(Proposed)}[{index}].{nameof(ProposedLine.Reason)}"]);
        }

        if (Proposed.TrueForAll(line => line.Choice is null) && OtherPassages.Count == 0)
            yield return new ValidationResult("Choisissez quoi faire d’un passage proposé, ou copiez ici un passage à masquer.", [nameof(Others)]);
    }
}

/// <summary>The choice about one proposed passage.</summary>
public sealed class ProposedLine
{
    /// <summary>Mask it.</summary>
    public const string Mask = "masquer";

    /// <summary>Leave it, with a reason.</summary>
    public const string Leave = "laisser";

    /// <summary>The choices.</summary>
    public static IReadOnlyList<Choice> Choices { get; } = [new(Mask, "Masquer"), new(Leave, "Laisser, avec un motif")];

    /// <summary>Which passage: the words as they are compared.</summary>
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Rouvrez la page\u00A0: ce passage n’est plus proposé.")]
    public string? Key { get; set; }

    /// <summary>What to do; null while nothing is decided.</summary>
    [TypedLength(Term.CodeLength)]
    [AllowedValues(null, Mask, Leave, ErrorMessage = "Choisissez «\u00A0Masquer\u00A0» ou «\u00A0Laisser, avec un motif\u00A0».")]
    public string? Choice { get; set; }

    /// <summary>Why it is left.</summary>
    [TypedLength(PassageMasks.ReasonLength, ErrorMessage = "Raccourcissez le motif\u00A0: 500 caractères au plus.")]
    public string? Reason { get; set; }
}
