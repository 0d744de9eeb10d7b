using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PlusPortal.Domain.Texts;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Import.Reading;

/// <summary>An object of the file, or several laid on top of each other: the first that names a field decides, and a null there means none.</summary>
internal sealed partial class ImportFields(ImportRecord record, ImportErrors errors, params IReadOnlyList<FieldLayer> layers)
{
    /// <summary>Whether any layer gives the field a value.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A text, trimmed; null when it is absent or empty. It may hold no e-mail address nor telephone number: none is ever imported.</summary>
    public string? Text(string name, int maxLength, bool required = false)
    {
        if (Find(name) is not { } found || found.Value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(JsonText.Of(found.Value)))
        {
            if (required) Report(name, "ce champ est obligatoire.");
            return null;
        }

        if (found.Value.ValueKind != JsonValueKind.String) return Refuse<string>(found.Path, "un texte est attendu, entre guillemets.");
        var text = JsonText.Of(found.Value).Trim();
        if (VisibleText.LengthOf(text) is var length && length > maxLength) return Refuse<string>(found.Path, $"{length} caractères\u00A0: {maxLength} au plus.");
        if (ContactDetails().IsMatch(text)) return Refuse<string>(found.Path, "retirez l'adresse électronique ou le numéro de téléphone\u00A0: PLUS les enregistre à la main, après vérification.");
        return text;
    }

    /// <summary>Codes of a list, without repeats, in the order of the file.</summary>
    public IReadOnlyList<string> Codes(string name, TermList list, bool required = false)
    {
        var codes = Items(name, required).Select(item =>
            list.Contains(item.Text) ? item.Text : Refuse<string>(item.Path, $"code inconnu «\u00A0{item.Text}\u00A0» dans la liste {list.Name}. Corrigez-le, ou choisissez un code de la liste."));
        return [.. codes.OfType<string>().Distinct()];
    }

    /// <summary>One code of a list.</summary>
    public string? Code(string name, TermList list)
    {
        var code = Text(name, Term.CodeLength, required: true);
        return code is null || list.Contains(code) ? code : Refuse<string>(PathOf(name), $"code inconnu «\u00A0{code}\u00A0» dans la liste {list.Name}.");
    }

    /// <summary>Texts of a list, each with its path.</summary>
    public IReadOnlyList<(string Text, string Path)> Items(string name, bool required = false)
    {
        if (Find(name) is not { } found)
        {
            if (required) Report(name, "ce champ est obligatoire.");
            return [];
        }

        if (found.Value.ValueKind != JsonValueKind.Array)
        {
            record.Report(errors, found.Path, "une liste est attendue, entre crochets.");
            return [];
        }

        var items = new List<(string, string)>();
        foreach (var (index, item) in found.Value.EnumerateArray().Index())
        {
            var path = $"{found.Path}[{index}]";
            if (item.ValueKind == JsonValueKind.String && JsonText.Of(item).Trim() is { Length: > 0 } text) items.Add((text, path));
            else record.Report(errors, path, "un texte est attendu, entre guillemets.");
        }

        if (required && found.Value.GetArrayLength() == 0) record.Report(errors, found.Path, "donnez au moins une valeur.");
        return items;
    }

    /// <summary>Web addresses, complete, http or https.</summary>
    public IReadOnlyList<string> Addresses(string name) =>
        [.. Items(name).Select(item => CheckAddress(item.Text, item.Path)).OfType<string>().Distinct()];

    /// <summary>One web address; null when it is absent or empty.</summary>
    public string? Address(string name) => Text(name, AddressLength) is { } address ? CheckAddress(address, PathOf(name)) : null;

    /// <summary>Yes or no; no when it is absent.</summary>
    public bool Flag(string name) => Find(name) is { } found
        && (found.Value.ValueKind is JsonValueKind.True || (found.Value.ValueKind != JsonValueKind.False && RefuseFlag(found.Path)));

    /// <summary>A number of zero or more.</summary>
    public decimal? Number(string name)
    {
        if (Find(name) is not { } found) return null;
        return found.Value.ValueKind == JsonValueKind.Number && found.Value.TryGetDecimal(out var number) && number is >= 0 and < 1_000_000_000
            ? number
            : RefuseValue<decimal>(found.Path, "un nombre positif est attendu, sans guillemets.");
    }

    /// <summary>A whole number of zero or more.</summary>
    public int? Whole(string name)
    {
        if (Number(name) is not { } number) return null;
        return decimal.IsInteger(number) ? (int)number : RefuseValue<int>(PathOf(name), "un nombre entier est attendu.");
    }

    /// <summary>A day, written <c>2026-02-15</c>.</summary>
    public DateOnly? Day(string name)
    {
        if (Text(name, 10) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : RefuseValue<DateOnly>(PathOf(name), "une date s'écrit année-mois-jour, par exemple 2026-02-15.");
    }

    /// <summary>Reports each field that nobody reads: a slip of the pen would otherwise be ignored in silence.</summary>
    public void RefuseUnknown(params IReadOnlyCollection<string> known)
    {
        foreach (var layer in layers)
        {
            foreach (var property in layer.Element.EnumerateObject().Where(property => !known.Contains(property.Name)))
                record.Report(errors, JsonLines.Join(layer.Path, property.Name), "champ inconnu\u00A0: corrigez son nom ou retirez-le.");
        }
    }

    /// <summary>Reports that the value at a path is wrong.</summary>
    public void ReportAt(string path, string sentence) => record.Report(errors, path, sentence);

    /// <summary>Reports that a field is wrong.</summary>
    public void Report(string name, string sentence) => record.Report(errors, PathOf(name), sentence);

    private const int AddressLength = 2_083;

    [GeneratedRegex(@"(?<![^\s@])[^\s@]+@[^\s@]+\.\w|(?<!\d)(?:(?:\+|00)33|0)[ .\-\u00A0]?[1-9](?:[ .\-\u00A0]?\d{2}){4}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex ContactDetails();

    private (JsonElement Value, string Path)? Find(string name)
    {
        foreach (var layer in layers)
        {
            if (layer.Element.TryGetProperty(name, out var value)) return value.ValueKind == JsonValueKind.Null ? null : (value, JsonLines.Join(layer.Path, name));
        }

        return null;
    }

    private string PathOf(string name) => Find(name)?.Path ?? JsonLines.Join(layers[0].Path, name);

    private string? CheckAddress(string text, string path) =>
        text.Length <= AddressLength && Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? text
            : Refuse<string>(path, "une adresse complète est attendue, commençant par http:// ou https://.");

    private bool RefuseFlag(string path)
    {
        record.Report(errors, path, "true ou false est attendu.");
        return false;
    }

    private T? Refuse<T>(string path, string sentence) where T : class
    {
        record.Report(errors, path, sentence);
        return null;
    }

    private T? RefuseValue<T>(string path, string sentence) where T : struct
    {
        record.Report(errors, path, sentence);
        return null;
    }
}

/// <summary>One object among those laid on top of each other.</summary>
/// <param name="Element">The object.</param>
/// <param name="Path">Its path in the file.</param>
internal readonly record struct FieldLayer(JsonElement Element, string Path);
