using PlusPortal.Domain.Matching.Evaluation;

namespace PlusPortal.Web.Labels.Matching;

/// <summary>Figures of an evaluation as people read them.</summary>
public static class EvaluationLabels
{
    private const string Nothing = "Non mesuré";

    /// <summary>« 34 sur 36 (94 %) ».</summary>
    public static string Of(Share share) => share.Value is { } value ? $"{share.Count} sur {share.Total} ({Percent(value)})" : Nothing;

    /// <summary>« 93 % ».</summary>
    public static string Of(double value) => Percent(value);

    private static string Percent(double value) => string.Create(FrenchText.Culture, $"{Math.Floor(value * 100):0}\u00A0%");
}
