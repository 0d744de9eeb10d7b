using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Territory;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Situation;

/// <summary>What a typed commune leads to.</summary>
public abstract record CommuneAnswer
{
    private CommuneAnswer()
    {
    }

    /// <summary>One commune, without doubt.</summary>
    public sealed record Found(LocatedCommune Commune) : CommuneAnswer;

    /// <summary>Communes to choose from.</summary>
    public sealed record Several(string Sought) : CommuneAnswer;

    /// <summary>Nothing usable, with the sentence that says what to do.</summary>
    public sealed record Refused(string Problem) : CommuneAnswer;
}

/// <summary>Finds the commune that a person means, by the code chosen in a list, by name or by postal code.</summary>
public sealed class FindCommune(PortalDb db)
{
    /// <summary>Most communes in a list of choices.</summary>
    public const int MostChoices = GeographyQueries.MaxResults;

    /// <summary>Answers what was typed or chosen.</summary>
    public async Task<CommuneAnswer> ExecuteAsync(CommuneStep step, OrientationAnswers answers, CancellationToken ct)
    {
        if (CommuneCode.TryParse(step.CommuneCode, out var code) && await db.LocateCommuneAsync(code.Value, ct) is { } chosen) return new CommuneAnswer.Found(chosen);
        if (Typed.Line(step.Commune) is not { } typed) return new CommuneAnswer.Refused("Indiquez une commune, par son nom ou par son code postal. Nous en avons besoin pour trouver les acteurs proches.");

        var sought = GeographyText.Normalise(typed);
        if (answers is { CommuneName: { } name, Place: { } place } && GeographyText.Normalise(name) == sought && await db.LocateCommuneAsync(place.Commune, ct) is { } kept) return new CommuneAnswer.Found(kept);
        return await db.FindCommuneAsync(typed, ct) switch
        {
            FoundCommune.One one => new CommuneAnswer.Found(one.Commune),
            FoundCommune.Several => new CommuneAnswer.Several(typed),
            _ => new CommuneAnswer.Refused("Nous ne trouvons pas cette commune. Vérifiez son nom, ou essayez avec son code postal."),
        };
    }
}
