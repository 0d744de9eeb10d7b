using PlusPortal.Data.Actors;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Map;

namespace PlusPortal.Web.Features.Public.Directory.Search;

/// <summary>The filters in force in words, with the way out of each.</summary>
public static class FilterChips
{
    /// <summary>One chip for each value.</summary>
    public static IReadOnlyList<FilterChip> Of(DirectoryFilter filter, DirectoryAddress address, IReadOnlyList<LocalEpci> epcis)
    {
        var chips = new List<FilterChip>();
        if (filter.Text is { } text) Add("texte", text, $"Texte\u00A0: {text}");
        if (filter.Commune is { } commune) Add("commune", commune, $"Commune\u00A0: {commune}");
        foreach (var code in filter.Departements) Add("departement", code, $"Département\u00A0: {LorraineMap.Current.Shapes.First(shape => shape.Code == code).Name}");
        foreach (var code in filter.Epcis) Add("epci", code, $"Intercommunalité\u00A0: {epcis.First(epci => epci.Code == code).Name}");
        AddAll("etape", "Étape", filter.Stages, Stages.All);
        AddAll("theme", "Besoin", filter.Themes, Themes.All);
        AddAll("forme", "Forme juridique", filter.LegalForms, LegalForms.All);
        AddAll("appui", "Type d’appui", filter.Kinds, DirectoryFilter.SupportKinds);
        AddAll("secteur", "Secteur", filter.Sectors, Sectors.All);
        return chips;

        void Add(string key, string value, string label) => chips.Add(new FilterChip(label, address.Without(key, value).ToString()));

        void AddAll(string key, string label, IEnumerable<string> codes, TermList terms)
        {
            foreach (var code in codes) Add(key, code, $"{label}\u00A0: {terms.LabelOf(code)}");
        }
    }

    /// <summary>What to drop when nobody matches: the filters without which the list is not empty, then the wider zone.</summary>
    public static IReadOnlyList<WiderSearch> Wider(DirectoryFilter filter, DirectoryAddress address, DirectorySlice slice, LocatedCommune? commune)
    {
        var searches = new List<WiderSearch>();
        Drop(DirectoryFilterKind.Text, filter.Text is not null, "les mots cherchés", "texte");
        Drop(DirectoryFilterKind.Commune, commune is not null, "la commune", "commune");
        Drop(DirectoryFilterKind.Territory, filter.Departements.Count + filter.Epcis.Count > 0, "le territoire", "departement", "epci");
        Drop(DirectoryFilterKind.Stage, filter.Stages.Count > 0, "l’étape", "etape");
        Drop(DirectoryFilterKind.Theme, filter.Themes.Count > 0, "le besoin", "theme");
        Drop(DirectoryFilterKind.LegalForm, filter.LegalForms.Count > 0, "la forme juridique", "forme");
        Drop(DirectoryFilterKind.SupportMode, filter.Kinds.Count > 0, "le type d’appui", "appui");
        Drop(DirectoryFilterKind.Sector, filter.Sectors.Count > 0, "le secteur", "secteur");
        if (commune is { } place && Lorraine.Departements.ToList().IndexOf(place.Place.Departement) is >= 0 and var index && slice.InDepartements[index] > 0)
            searches.Add(new WiderSearch($"Chercher dans tout le département\u00A0: {place.DepartementName}", slice.InDepartements[index], address.In("departement", place.Place.Departement).ToString()));
        return searches;

        void Drop(DirectoryFilterKind kind, bool isOn, string label, params string[] keys)
        {
            var count = slice.Without[(int)kind];
            if (isOn && count > 0) searches.Add(new WiderSearch($"Retirer {label}", count, address.Without(keys).ToString()));
        }
    }
}
