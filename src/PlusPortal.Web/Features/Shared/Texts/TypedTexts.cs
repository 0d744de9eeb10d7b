using PlusPortal.Web.Labels.Answers;

namespace PlusPortal.Web.Features.Shared;

/// <summary>What somebody wrote in a form that came too late: shown again, so that it can be copied. Nothing else keeps it.</summary>
public static class TypedTexts
{
    private const int Most = 5;

    /// <summary>The texts of the form that was sent: more than one word, neither a password nor a sentence of the portal.</summary>
    public static IReadOnlyList<string> In(HttpRequest request) => !request.HasFormContentType
        ? []
        : [.. request.Form.Where(field => IsText(field.Key)).SelectMany(field => field.Value).OfType<string>().Select(text => text.Trim()).Where(text => text.Any(char.IsWhiteSpace) && !DeclineSentences.IsUsual(text)).Distinct().Take(Most)];

    private static bool IsText(string field) => !field.StartsWith("__", StringComparison.Ordinal) && !field.Contains("Password", StringComparison.OrdinalIgnoreCase) && !field.Contains("Code", StringComparison.OrdinalIgnoreCase);
}
