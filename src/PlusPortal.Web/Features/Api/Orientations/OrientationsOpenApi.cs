using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;
using static PlusPortal.Web.Features.Api.Orientations.PreviewRequest;

namespace PlusPortal.Web.Features.Api.Orientations;

/// <summary>Completes the OpenAPI description of the preview: codes, limits and an example.</summary>
internal static class OrientationsOpenApi
{
    private static readonly Dictionary<string, TermList> Lists = new()
    {
        [Fields.LegalForm] = LegalForms.All,
        [Fields.Qualifications] = Qualifications.All,
        [Fields.Stage] = Stages.All,
        [Fields.SubStage] = SubStages.All,
        [Fields.Themes] = Themes.All,
        [Fields.Sectors] = Sectors.All,
    };

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "PLUS Portal";
            document.Info.Description = "Interface de programmation du portail PLUS, Pôle lorrain d'utilité sociale. Les codes sont ceux du vocabulaire du portail.";
            document.Info.Version = "v1";

            // The portal may stand behind any address: the paths are relative to where this document was read.
            document.Servers = [new OpenApiServer { Url = "/" }];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(PreviewRequest)) DescribeRequest(schema);
            if (context.JsonTypeInfo.Type == typeof(PreviewProposal)) Restrict(schema, "role", ["lead", "contributor"]);
            if (context.JsonTypeInfo.Type == typeof(PreviewReason)) Restrict(schema, "outcome", ["met", "unmet", "unknown"]);
            if (context.JsonTypeInfo.Type == typeof(PreviewSignal)) Restrict(schema, "code", TriageSignals.All.Select(term => term.Code));
            return Task.CompletedTask;
        });
    }

    private static void DescribeRequest(OpenApiSchema schema)
    {
        schema.Required = new HashSet<string> { Fields.CommuneCode, Fields.Stage };
        schema.Examples = [Example()];
        foreach (var (field, list) in Lists)
        {
            var property = Property(schema, field);
            var target = property.Items as OpenApiSchema ?? property;
            target.Enum = [.. list.Select(term => (JsonNode)term.Code)];
            if (field == Fields.Stage) target.Enum.Add(null!);
            property.Description = $"{property.Description} {string.Join("\u00A0; ", list.Select(term => $"{term.Code}\u00A0: {term.Label}"))}.";
        }

        Property(schema, Fields.Title).MaxLength = Declaration.TitleLength;
        Property(schema, Fields.Description).MaxLength = Declaration.NeedLength;
        Property(schema, Fields.Themes).MaxItems = Themes.MaxPerRequest;
        Property(schema, Fields.Sectors).MaxItems = 3;
        Property(schema, Fields.CommuneCode).Pattern = "^[0-9][0-9AB][0-9]{3}$";
        foreach (var number in (string[])[Fields.EmployeeCount, Fields.AnnualBudget])
        {
            Property(schema, number).Minimum = "0";
            Property(schema, number).Pattern = null;
            Property(schema, number).Type = JsonSchemaType.Number | JsonSchemaType.Null;
        }
    }

    private static void Restrict(OpenApiSchema schema, string property, IEnumerable<string> values) =>
        Property(schema, property).Enum = [.. values.Select(value => (JsonNode)value)];

    private static OpenApiSchema Property(OpenApiSchema schema, string name) => (OpenApiSchema)schema.Properties![name];

    private static JsonObject Example() => new()
    {
        [Fields.Title] = "Former nos bénévoles",
        [Fields.Description] = "Association de quartier, deux salariées et trente bénévoles. Nous cherchons une formation à la gestion d'une équipe de bénévoles.",
        [Fields.LegalForm] = LegalForms.AssociationLoi1901,
        [Fields.Qualifications] = new JsonArray(),
        [Fields.CommuneCode] = "54528",
        [Fields.EmployeeCount] = 1.5,
        [Fields.AnnualBudget] = 85_000,
        [Fields.Stage] = Stages.Developper,
        [Fields.SubStage] = SubStages.Consolidation,
        [Fields.Themes] = new JsonArray(Themes.FormationCompetences),
        [Fields.Sectors] = new JsonArray(Sectors.EducationPopulaire),
    };
}
