using PlusPortal.Domain.Requests;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>What may be said of a request without a word of its free text and without naming anybody.</summary>
public static class NeutralSummary
{
    private static readonly string[] First = [FactCodes.Stage, FactCodes.Themes, FactCodes.Commune];

    /// <summary>Draft of the summary for the actors; staff complete it.</summary>
    public static string Of(DeclaredFacts facts, OrientationRequest request) =>
        string.Join("\n", facts.RowsFor(FactReaders.Summary, FactSource.Of(request), First).Select(row => $"{row.Label}\u00A0: {row.Value.Replace("\n", ", ", StringComparison.Ordinal)}."));

    /// <summary>The summary with what staff wrote, for an actor that they tell by themselves.</summary>
    public static string ForHand(DeclaredFacts facts, OrientationRequest request)
    {
        var neutral = Of(facts, request);
        return request.Summary switch
        {
            null => neutral,
            var summary when summary.StartsWith(neutral, StringComparison.Ordinal) => summary,
            var summary => $"{neutral}\n\n{summary}",
        };
    }

    /// <summary>What staff say to an actor that the portal cannot tell: to copy into a message or to read on the telephone.</summary>
    public static string ForHandTransmission(DeclaredFacts facts, OrientationRequest request, Referral referral)
    {
        var content = ForHand(facts, request);
        var until = referral.ExpiresOn is { } last ? $" au plus tard le {last.InWords}" : "";
        return $"Bonjour,\n\nPLUS vous oriente une demande (référence {request.Reference}).\n\n{content}\n\n"
            + $"Pouvez-vous nous dire{until} si vous pouvez la prendre\u00A0? Nous vous donnons les coordonnées de la personne dès votre accord.\n\nL’équipe PLUS";
    }
}
