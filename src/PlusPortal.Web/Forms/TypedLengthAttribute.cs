using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PlusPortal.Domain.Texts;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Forms;

/// <summary>
/// Bounds the length of a text as it will be stored (<see cref="Typed"/>), counted as the database and the counter under the field count it;
/// the sentence says by how much it is off. An empty field passes.
/// </summary>
/// <param name="most">Most characters.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TypedLengthAttribute(int most) : ValidationAttribute
{
    /// <summary>Most characters.</summary>
    public int Most => most;

    /// <summary>Fewest characters to be seen in a text that is not empty (<see cref="VisibleText.SeenIn"/>).</summary>
    public int Least { get; init; }

    /// <summary>What to do about a text that is too short.</summary>
    public string TooShort { get; init; } = "";

    /// <inheritdoc />
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var text = Typed.Text(value as string);
        var length = VisibleText.LengthOf(text);
        string[] member = [validationContext.MemberName ?? ""];
        if (length > most && ErrorMessage is { } ownWords) return new ValidationResult(string.Format(CultureInfo.CurrentCulture, ownWords, validationContext.DisplayName, most), member);
        if (length > most) return new ValidationResult($"Votre texte fait {Number(length)} caractères, nous en gardons {Number(most)}. Retirez-en {Number(length - most)}\u00A0: rien n’est effacé.", member);
        return length > 0 && VisibleText.SeenIn(text) < Least ? new ValidationResult(TooShort, member) : ValidationResult.Success;
    }

    private static string Number(int number) => number.ToString("#,0", FrenchText.Culture).Replace('\u202F', '\u00A0');
}
