using System.Text.Json;
using System.Text.Unicode;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Data.Import.Reading;

/// <summary>An import file of the directory, read but not yet understood: its records, each with its place in the file.</summary>
internal sealed class DirectoryFile
{
    /// <summary>Largest file read, in bytes; the directory of Lorraine weighs about 60 kB.</summary>
    public const int MaxBytes = 20_000_000;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private DirectoryFile(IReadOnlyList<ImportRecord> records) => Records = records;

    /// <summary>Records in the order of the file.</summary>
    public IReadOnlyList<ImportRecord> Records { get; }

    /// <summary>Reads a file. What is wrong with it as a whole goes to <paramref name="errors"/>; the result is then empty.</summary>
    public static DirectoryFile Read(ReadOnlyMemory<byte> json, ImportErrors errors)
    {
        var bytes = (json.Span.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json).ToArray();
        JsonText.Mend(bytes);
        if (Parse(bytes, errors) is not { } root) return new DirectoryFile([]);

        if (root.ValueKind != JsonValueKind.Array)
        {
            errors.Add(new ImportError(1, null, null, "", "le fichier doit contenir une liste de fiches, entre crochets."));
            return new DirectoryFile([]);
        }

        var lines = JsonLines.Read(bytes);
        var records = root.EnumerateArray().Select((element, index) => new ImportRecord(element, index, $"[{index}]", lines)).ToList();
        foreach (var record in records.Where(record => record.Element.ValueKind != JsonValueKind.Object))
            record.Report(errors, record.Path, "une fiche s'écrit entre accolades.");
        foreach (var path in lines.Repeated)
            records[IndexOf(path)].Report(errors, path, "ce champ figure deux fois\u00A0: gardez-en un seul.");

        return new DirectoryFile([.. records.Where(record => record.Element.ValueKind == JsonValueKind.Object)]);
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> json, ImportErrors errors)
    {
        if (json.Length > MaxBytes)
        {
            errors.Add(new ImportError(1, null, null, "", $"le fichier dépasse {MaxBytes / 1_000_000} Mo."));
            return null;
        }

        if (!Utf8.IsValid(json.Span))
        {
            errors.Add(new ImportError(1, null, null, "", "le fichier n'est pas en UTF-8. Enregistrez-le de nouveau en choisissant ce codage."));
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException mistake)
        {
            var line = (int)(mistake.LineNumber ?? 0) + 1;
            var column = (mistake.BytePositionInLine ?? 0) + 1;
            errors.Add(new ImportError(line, null, null, "", $"le fichier n'est pas du JSON valide (vers le caractère {column}). Vérifiez les virgules, les guillemets et les accolades."));
            return null;
        }
    }

    private static int IndexOf(string path) => int.Parse(path.AsSpan(1, path.IndexOf(']') - 1), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One record of a file with its place.</summary>
/// <param name="Element">What it says.</param>
/// <param name="Index">Rank in the file, from 0.</param>
/// <param name="Path">Path of the record in its file.</param>
/// <param name="Lines">Lines of its file.</param>
internal sealed record ImportRecord(JsonElement Element, int Index, string Path, JsonLines Lines)
{
    /// <summary>Import key, when the record gives a text for it.</summary>
    public string? Id => Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? JsonText.Of(id) : null;

    /// <summary>Reports that the value at <paramref name="path"/> is wrong.</summary>
    public void Report(ImportErrors errors, string path, string sentence)
    {
        var isInside = path.StartsWith(Path, StringComparison.Ordinal);
        errors.Add(new ImportError(Lines.LineOf(isInside ? path : Path), Index + 1, Id, isInside ? path[Path.Length..].TrimStart('.') : path, sentence));
    }
}
