namespace PlusPortal.Data.Import.Reading;

/// <summary>One thing that is wrong in an import file, told so that a person finds it and puts it right.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Record">Rank of the record in the file, from 1; null for the file as a whole.</param>
/// <param name="Id">Import key of the record, where it is known.</param>
/// <param name="Field">Field inside the record, for example <c>themes[1]</c> or <c>offers[0].title</c>; empty for the record as a whole.</param>
/// <param name="Sentence">What is wrong and what to do, in French.</param>
public sealed record ImportError(int Line, int? Record, string? Id, string Field, string Sentence)
{
    /// <inheritdoc />
    public override string ToString()
    {
        var where = $"Ligne {Line}";
        if (Record is not null) where += $", fiche {Record}";
        if (Id is not null) where += $" ({Id})";
        if (Field.Length > 0) where += $", champ {Field}";
        return $"{where}\u00A0: {Sentence}";
    }
}

/// <summary>Collects the errors of one file.</summary>
internal sealed class ImportErrors
{
    private readonly List<ImportError> errors = [];

    public bool Any => errors.Count > 0;

    /// <summary>Each once, in the order of the file.</summary>
    public IReadOnlyList<ImportError> InOrder() => [.. errors.Distinct().OrderBy(error => error.Line)];

    public void Add(ImportError error) => errors.Add(error);
}
