using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Actors;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Map;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Directory.Search;

/// <summary>The whole search, as the address holds it.</summary>
public sealed class DirectoryFilter
{
    /// <summary>Most characters of the words and of the commune.</summary>
    public const int TextLength = 100;

    /// <summary>Value of « by name ».</summary>
    public const string ByName = "nom";

    /// <summary>Advice, or money.</summary>
    public static TermList SupportKinds { get; } = new("supportKind", [new("accompagnement", "Accompagnement"), new(Money, "Financement")]);

    /// <summary>Orders of the list.</summary>
    public static TermList Orders { get; } = new("order", [new(ByName, "Par nom")]);

    private const string Money = "financement";

    /// <summary>Words.</summary>
    [FromQuery(Name = "texte")]
    [TypedLength(TextLength, ErrorMessage = "Cherchez avec 100 caractères au plus.")]
    public string? Text { get; set; }

    /// <summary>Name, postal code or INSEE code of a commune, or « Toul (54528) ».</summary>
    [FromQuery(Name = "commune")]
    [TypedLength(TextLength, ErrorMessage = "Ce nom de commune est trop long\u00A0: 100 caractères au plus.")]
    public string? Commune { get; set; }

    /// <summary>Codes of départements of Lorraine.</summary>
    [FromQuery(Name = "departement")]
    public List<string> Departements { get; set; } = [];

    /// <summary>SIREN of EPCI of Lorraine.</summary>
    [FromQuery(Name = "epci")]
    public List<string> Epcis { get; set; } = [];

    /// <summary>Codes of stages.</summary>
    [FromQuery(Name = "etape")]
    public List<string> Stages { get; set; } = [];

    /// <summary>Codes of themes.</summary>
    [FromQuery(Name = "theme")]
    public List<string> Themes { get; set; } = [];

    /// <summary>Codes of legal forms.</summary>
    [FromQuery(Name = "forme")]
    public List<string> LegalForms { get; set; } = [];

    /// <summary>Codes of <see cref="SupportKinds"/>.</summary>
    [FromQuery(Name = "appui")]
    public List<string> Kinds { get; set; } = [];

    /// <summary>Codes of sectors.</summary>
    [FromQuery(Name = "secteur")]
    public List<string> Sectors { get; set; } = [];

    /// <summary>Code of <see cref="Orders"/>; null for the nearest first.</summary>
    [FromQuery(Name = "tri")]
    [TypedLength(Term.CodeLength)]
    public string? Order { get; set; }

    /// <summary>Number of the page, from 1.</summary>
    [FromQuery(Name = "page")]
    [TypedLength(Term.CodeLength)]
    public string? Page { get; set; }

    /// <summary>Number of the page; null when it is none.</summary>
    public int? PageNumber => string.IsNullOrEmpty(Page) ? 1
        : int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000 ? number
        : null;

    /// <summary>Removes what forms send for nothing.</summary>
    public void Tidy()
    {
        Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim();
        Commune = string.IsNullOrWhiteSpace(Commune) ? null : Commune.Trim();
        Order = string.IsNullOrWhiteSpace(Order) ? null : Order;
        foreach (var codes in new[] { Departements, Epcis, Stages, Themes, LegalForms, Kinds, Sectors })
        {
            var kept = codes.Where(code => !string.IsNullOrEmpty(code)).Distinct().ToList();
            codes.Clear();
            codes.AddRange(kept);
        }
    }

    /// <summary>Codes that no list knows, filter by filter.</summary>
    public IReadOnlyList<UnknownCodes> UnknownCodes(IReadOnlyList<LocalEpci> epcis)
    {
        var unknown = new List<UnknownCodes>();
        Check("departement", "Département", Departements, LorraineMap.Current.Shapes.Select(shape => new Term(shape.Code, shape.Name)));
        if (Epcis.Count > 0) Check("epci", "Intercommunalité", Epcis, epcis.Select(epci => new Term(epci.Code, epci.Name)));
        Check("etape", "Étape", Stages, Domain.Vocabulary.Stages.All);
        Check("theme", "Besoin", Themes, Domain.Vocabulary.Themes.All);
        Check("forme", "Forme juridique", LegalForms, Domain.Vocabulary.LegalForms.All);
        Check("appui", "Type d’appui", Kinds, SupportKinds);
        Check("secteur", "Secteur", Sectors, Domain.Vocabulary.Sectors.All);
        Check("tri", "Ordre", Order is null ? [] : [Order], Orders);
        return unknown;

        void Check(string key, string label, IReadOnlyList<string> codes, IEnumerable<Term> valid)
        {
            var terms = valid.ToList();
            var wrong = codes.Where(code => terms.TrueForAll(term => term.Code != code)).ToList();
            if (wrong.Count > 0) unknown.Add(new UnknownCodes(key, label, wrong, terms));
        }
    }

    /// <summary>The search as the query understands it; only for a filter without unknown codes.</summary>
    public DirectoryCriteria ToCriteria(string? commune) => new()
    {
        Words = SoughtWords.Of(Text),
        Commune = commune,
        Territories = [.. Departements, .. Epcis],
        Stages = Stages,
        Themes = Themes,
        LegalForms = LegalForms,
        SupportModes = [.. Kinds.SelectMany(kind => SupportModes.All.Where(mode => SupportModes.IsFunding(mode.Code) == (kind == Money))).Select(mode => mode.Code)],
        Sectors = Sectors,
        IsByName = Order == ByName,
    };
}

/// <summary>Codes of a filter that no list knows.</summary>
/// <param name="Key">Name of the filter in the address.</param>
/// <param name="Label">Name of the filter for people.</param>
/// <param name="Typed">The codes.</param>
/// <param name="Valid">Those that exist.</param>
public sealed record UnknownCodes(string Key, string Label, IReadOnlyList<string> Typed, IReadOnlyList<Term> Valid);
