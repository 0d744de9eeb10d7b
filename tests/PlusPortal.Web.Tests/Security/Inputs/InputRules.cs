using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using PlusPortal.Testing;
using PlusPortal.Web.Features.Admin.Matching.Rules;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Tests.Security.Inputs;

/// <summary>What every field must say of itself, and where input may be read. Each rule returns what breaks it, in words.</summary>
public static partial class InputRules
{
    /// <summary>Texts of forms that are bound without a length, or whose length counts what the database does not.</summary>
    public static IReadOnlyList<string> WithoutLimit(IEnumerable<InputField> fields) =>
    [
        .. fields.Where(field => field.IsText && field.Property is { } property && !HasLimit(property))
            .Select(field => $"{field.Property!.DeclaringType!.Name}.{field.Property.Name} has no [TypedLength]").Distinct(),
    ];

    /// <summary>Places of the program that read a request themselves, by file.</summary>
    public static IReadOnlyList<string> ReadByHand()
    {
        var root = RepositoryFolder.Of("src", "PlusPortal.Web");
        return
        [
            .. Directory.EnumerateFiles(root, "*.cs*", SearchOption.AllDirectories)
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
                .SelectMany(file => Reading().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)} {match.Value}"))
                .Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static bool HasLimit(PropertyInfo property)
    {
        // The numbers of the rules: each is read as a number, never kept as a text.
        if (property.DeclaringType == typeof(RulesForm) && property.Name == nameof(RulesForm.Values)) return true;
        var countsUnits = property.IsDefined(typeof(StringLengthAttribute)) || property.IsDefined(typeof(MaxLengthAttribute));
        return !countsUnits && (property.IsDefined(typeof(TypedLengthAttribute)) || property.IsDefined(typeof(MailAddressAttribute)));
    }

    [GeneratedRegex(@"[Rr]equest\.(?:Query|Form|Cookies|Headers|Body)\b(?!\.Remove)(?:\[[^\]]*\]|\.ContainsKey\(""\w+""\)|\.\w+)?|ReadFormAsync")]
    private static partial Regex Reading();
}
