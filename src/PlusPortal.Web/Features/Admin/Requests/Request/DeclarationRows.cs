using PlusPortal.Domain.Requests;
using PlusPortal.Web.Features.Shared.Facts;

namespace PlusPortal.Web.Features.Admin.Requests.Request;

/// <summary>What the structure declared, as staff read it: what needs a decision first.</summary>
public static class DeclarationRows
{
    private static readonly string[] First =
    [
        FactCodes.Stage, FactCodes.StructureName, FactCodes.LegalForm, FactCodes.Commune, FactCodes.Themes, FactCodes.Staff, FactCodes.Budget, FactCodes.Age,
        FactCodes.Qualifications, FactCodes.Sectors,
    ];

    /// <summary>Every line of a request.</summary>
    public static IReadOnlyList<FactRow> Of(DeclaredFacts facts, OrientationRequest request, IReadOnlyDictionary<Guid, string> actorNames) =>
        facts.RowsFor(FactReaders.Staff, FactSource.Of(request, actorNames), First);

    /// <summary>The lines that staff may correct.</summary>
    public static IReadOnlyList<FactRow> Correctable(DeclaredFacts facts, OrientationRequest request) =>
        facts.CorrectableRows(FactSource.Of(request), [FactCodes.Stage, FactCodes.Themes]);
}
