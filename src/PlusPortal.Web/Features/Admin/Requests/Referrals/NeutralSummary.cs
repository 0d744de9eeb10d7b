using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>What may be said of a request without a word of its free text and without naming anybody.</summary>
public static class NeutralSummary
{
    /// <summary>Draft of the summary for the actors; staff complete it.</summary>
    public static string Of(OrientationRequest request)
    {
        var lines = new List<string>
        {
            $"Étape\u00A0: {Stage(request)}.",
            $"Besoin\u00A0: {ThemeLabels(request)}.",
            $"Commune\u00A0: {request.CommuneName} ({request.Departement}).",
            $"Forme\u00A0: {LegalForms.All.LabelOf(request.Declared.LegalForm)}.",
        };
        if (request.Declared.StaffBand is { } band) lines.Add($"Équivalents temps plein salariés\u00A0: {StaffBands.All.LabelOf(band)}.");
        return string.Join("\n", lines);
    }

    /// <summary>What staff say to an actor that the portal cannot tell: to copy into a message or to read on the telephone.</summary>
    public static string ForHandTransmission(OrientationRequest request, Referral referral)
    {
        var neutral = Of(request);
        var content = request.Summary switch
        {
            null => neutral,
            var summary when summary.StartsWith(neutral, StringComparison.Ordinal) => summary,
            var summary => $"{neutral}\n\n{summary}",
        };
        var until = referral.ExpiresOn is { } last ? $" au plus tard le {last.InWords}" : "";
        return $"Bonjour,\n\nPLUS vous oriente une demande (référence {request.Reference}).\n\n{content}\n\n"
            + $"Pouvez-vous nous dire{until} si vous pouvez la prendre\u00A0? Nous vous donnons les coordonnées de la personne dès votre accord.\n\nL’équipe PLUS";
    }

    /// <summary>Stage and sub-stage in words.</summary>
    public static string Stage(OrientationRequest request) => (request.Stage, request.SubStage) switch
    {
        (null, _) => "pas encore connue",
        ({ } stage, null) => Stages.All.LabelOf(stage),
        ({ } stage, { } subStage) => $"{Stages.All.LabelOf(stage)}, {SubStages.All.LabelOf(subStage)}",
    };

    /// <summary>Themes in words.</summary>
    public static string ThemeLabels(OrientationRequest request) =>
        request.Themes.Count == 0 ? "à préciser" : string.Join(", ", request.Themes.Select(Themes.All.LabelOf));
}
