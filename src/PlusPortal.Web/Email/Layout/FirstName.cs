using System.Text.RegularExpressions;

namespace PlusPortal.Web.Email.Layout;

/// <summary>The first name in « first and last name », for a greeting.</summary>
public static partial class FirstName
{
    private static readonly string[] Titles = ["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "dr", "docteur", "me"];

    /// <summary>Null when the text does not start with a plain name: a mail program would turn « www.exemple.org » into a link.</summary>
    public static string? Of(string fullName)
    {
        var first = fullName.Trim().Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var word, ..] ? word : "";
        return Plain.IsMatch(first) && !Titles.Contains(first.ToLowerInvariant()) ? first : null;
    }

    [GeneratedRegex(@"^\p{L}[\p{L}\p{M}'’-]{0,39}$")]
    private static partial Regex Plain { get; }
}
