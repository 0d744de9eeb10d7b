using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Texts;
using PlusPortal.Domain.Vocabulary;
using static PlusPortal.Web.Features.Api.Orientations.PreviewRequest;

namespace PlusPortal.Web.Features.Api.Orientations;

/// <summary>
/// Reads the JSON of a preview field by field, so that one answer names every field that is wrong, in French. A
/// deserialiser would stop at the first, in English. Unknown fields are left alone.
/// </summary>
internal sealed class PreviewRequestReader(ModelStateDictionary errors)
{
    private const int MostSectors = 3;
    private const decimal MostEmployees = 1_000_000;
    private const decimal MostBudgetEuros = 1_000_000_000_000;

    /// <summary>The request, or null when something was reported.</summary>
    public PreviewRequest? Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            errors.AddModelError(Fields.Body, "Le contenu doit être un objet JSON, entre accolades.");
            return null;
        }

        var request = new PreviewRequest
        {
            Title = Text(body, Fields.Title, Declaration.TitleLength),
            Description = Text(body, Fields.Description, Declaration.NeedLength),
            LegalForm = Code(body, Fields.LegalForm, LegalForms.All),
            Qualifications = Codes(body, Fields.Qualifications, Qualifications.All, Qualifications.All.Count),
            CommuneCode = Commune(body),
            EmployeeCount = Number(body, Fields.EmployeeCount, MostEmployees),
            AnnualBudget = Number(body, Fields.AnnualBudget, MostBudgetEuros),
            Stage = Stage(body),
            SubStage = Code(body, Fields.SubStage, SubStages.All),
            Themes = Codes(body, Fields.Themes, Themes.All, Themes.MaxPerRequest),
            Sectors = Codes(body, Fields.Sectors, Sectors.All, MostSectors),
        };
        return errors.IsValid ? request : null;
    }

    private string Commune(JsonElement body)
    {
        if (!TryGet(body, Fields.CommuneCode, out var value))
        {
            errors.AddModelError(Fields.CommuneCode, "Indiquez le code INSEE de la commune.");
            return "";
        }

        if (value.ValueKind == JsonValueKind.String && CommuneCode.TryParse(JsonText.Of(value), out var code)) return code.Value;
        errors.AddModelError(Fields.CommuneCode, "Indiquez le code INSEE de la commune\u00A0: un texte de 5 caractères, par exemple \"54528\".");
        return "";
    }

    private string? Stage(JsonElement body)
    {
        if (body.TryGetProperty(Fields.Stage, out _)) return Code(body, Fields.Stage, Stages.All);
        errors.AddModelError(Fields.Stage, $"Indiquez l'étape ({List(Stages.All)}), ou null si elle n'est pas connue.");
        return null;
    }

    private string? Text(JsonElement body, string field, int length)
    {
        if (!TryGet(body, field, out var value)) return null;
        if (value.ValueKind != JsonValueKind.String)
        {
            errors.AddModelError(field, "Donnez un texte, entre guillemets.");
            return null;
        }

        // What cannot be seen does not count, and a line break counts one, as in the form.
        var text = JsonText.Of(value).ReplaceLineEndings("\n");
        var counted = VisibleText.LengthOf(text);
        if (counted <= length) return text;
        errors.AddModelError(field, $"Ce texte a {counted} caractères\u00A0: {length} au plus.");
        return null;
    }

    private string? Code(JsonElement body, string field, TermList list)
    {
        if (!TryGet(body, field, out var value)) return null;
        if (value.ValueKind != JsonValueKind.String)
        {
            errors.AddModelError(field, $"Donnez un code, entre guillemets\u00A0: {List(list)}.");
            return null;
        }

        var code = JsonText.Of(value);
        if (list.Contains(code)) return code;
        errors.AddModelError(field, $"Le code «\u00A0{Short(code)}\u00A0» n'existe pas. Codes possibles\u00A0: {List(list)}.");
        return null;
    }

    private string[]? Codes(JsonElement body, string field, TermList list, int most)
    {
        if (!TryGet(body, field, out var value)) return null;
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            errors.AddModelError(field, "Donnez une liste de codes, entre crochets\u00A0: par exemple [\"" + list[0].Code + "\"].");
            return null;
        }

        var codes = value.EnumerateArray().Select(JsonText.Of).Distinct().ToArray();
        if (list.UnknownAmong(codes).FirstOrDefault() is { } unknown)
        {
            errors.AddModelError(field, $"Le code «\u00A0{Short(unknown)}\u00A0» n'existe pas. Codes possibles\u00A0: {List(list)}.");
            return null;
        }

        if (codes.Length <= most) return codes;
        errors.AddModelError(field, $"Cette liste a {codes.Length} codes\u00A0: {most} au plus.");
        return null;
    }

    private decimal? Number(JsonElement body, string field, decimal most)
    {
        if (!TryGet(body, field, out var value)) return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number))
        {
            errors.AddModelError(field, "Donnez un nombre sans guillemets, par exemple 12 ou 2.5.");
            return null;
        }

        if (number >= 0 && number <= most) return number;
        errors.AddModelError(field, number < 0 ? "Donnez un nombre positif ou nul." : "Ce nombre est trop grand.");
        return null;
    }

    /// <summary>A field that is absent and one that is null say the same.</summary>
    private static bool TryGet(JsonElement body, string field, out JsonElement value) =>
        body.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;

    private static string List(TermList list) => string.Join(", ", list.Select(term => term.Code));

    private static string Short(string code) => code.Length <= Term.CodeLength ? code : code[..Term.CodeLength] + "…";
}
