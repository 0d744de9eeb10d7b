using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Matching.Rules;

/// <summary>Values proposed for every weight, as typed, and why.</summary>
public sealed class RulesForm : IValidatableObject
{
    /// <summary>Version in force when the form was opened.</summary>
    public int BaseNumber { get; set; }

    /// <summary>Values by name of the weight.</summary>
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>Why.</summary>
    [TypedLength(RulesVersion.ReasonLength)]
    public string? Reason { get; set; }

    /// <summary>The form with these values.</summary>
    public static RulesForm For(int baseNumber, MatchingRules values, string? reason = null) => new()
    {
        BaseNumber = baseNumber,
        Values = RuleWeights.All.ToDictionary(weight => weight.Name, weight => (string?)weight.ValueIn(values).ToString(CultureInfo.InvariantCulture)),
        Reason = reason,
    };

    /// <summary>The values, once the form is valid.</summary>
    public IReadOnlyDictionary<string, int> ToValues() => RuleWeights.All.ToDictionary(weight => weight.Name, weight => Parse(weight) ?? 0, StringComparer.Ordinal);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Typed.Text(Reason) is null) yield return new ValidationResult("Dites pourquoi\u00A0: cette raison reste avec la version et aide à la relire plus tard.", [nameof(Reason)]);
        foreach (var weight in RuleWeights.All)
        {
            if (Parse(weight) is { } value && weight.Accepts(value)) continue;
            yield return new ValidationResult($"{weight.Label}\u00A0: indiquez un nombre entier de {weight.Least} à {weight.Most}.", [FieldOf(weight.Name)]);
        }

        if (Value(nameof(MatchingRules.LeastSpecificity)) > Value(nameof(MatchingRules.MostSpecificity)))
            yield return new ValidationResult("Le multiplicateur d'un thème rare doit être au moins celui d'un thème courant.", [FieldOf(nameof(MatchingRules.MostSpecificity))]);
    }

    private static string FieldOf(string name) => $"{nameof(Values)}[{name}]";

    private int? Value(string name) => RuleWeights.Find(name) is { } weight ? Parse(weight) : null;

    private int? Parse(RuleWeight weight) =>
        int.TryParse(Typed.Line(Values.GetValueOrDefault(weight.Name))?.Replace('−', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
