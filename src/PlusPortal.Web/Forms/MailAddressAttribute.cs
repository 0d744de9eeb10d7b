using System.ComponentModel.DataAnnotations;
using MimeKit;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Web.Forms;

/// <summary>An e-mail address that can be written to: one address without name, with a full domain. An empty field passes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MailAddressAttribute : ValidationAttribute
{
    private const string Incomplete = "Indiquez une adresse e-mail complète, comme prenom@exemple.fr.";

    /// <inheritdoc />
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (Typed.Line(value as string) is not { } text) return ValidationResult.Success;
        string[] member = [validationContext.MemberName ?? ""];
        if (VisibleText.LengthOf(text) > Contact.EmailLength) return new ValidationResult("Cette adresse est trop longue. Vérifiez-la.", member);
        return IsAddress(text) ? ValidationResult.Success : new ValidationResult(Incomplete, member);
    }

    /// <summary>Whether the text is one bare address.</summary>
    public static bool IsAddress(string text)
    {
        if (text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '"' or '<' or '>' or '(' or ')' or ',' or ';' or ':' or '\\')) return false;
        var at = text.LastIndexOf('@');
        if (at < 1 || at != text.IndexOf('@')) return false;
        var domain = text[(at + 1)..];
        return domain.Contains('.') && domain.Split('.').All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-')
            && domain.All(character => char.IsLetterOrDigit(character) || character is '.' or '-')
            && MailboxAddress.TryParse(text, out var parsed) && string.IsNullOrEmpty(parsed.Name);
    }
}
