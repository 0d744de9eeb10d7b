namespace PlusPortal.Web.Features.Shared.Facts;

/// <summary>Part of the declaration that a fact belongs to; the check page has a heading for each.</summary>
public enum FactSection
{
    /// <summary>Where the structure stands.</summary>
    Situation,

    /// <summary>What the structure is, or the project.</summary>
    Structure,

    /// <summary>What is needed, and by when.</summary>
    Need,

    /// <summary>Whom to call: nobody but the structure and PLUS knows before an actor accepts.</summary>
    Person,

    /// <summary>Who may receive the request.</summary>
    Transmission,
}

/// <summary>
/// Something that the structure declares, written once: what it is called, how it is worded, and who may read it.
/// A reader to whom it is told under another name or in other words has a telling of its own.
/// </summary>
public sealed record DeclaredFact
{
    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Part of the declaration.</summary>
    public required FactSection Section { get; init; }

    /// <summary>How it is told, and to whom.</summary>
    public required IReadOnlyList<FactTelling> Tellings { get; init; }

    /// <summary>What « Modifier » changes on the check page: « la commune ».</summary>
    public string? Change { get; init; }

    /// <summary>Whether the structure wrote it in its own words, where anybody may be named: it is in no summary and in no e-mail.</summary>
    public bool IsFreeText { get; init; }

    /// <summary>Everybody who may read it.</summary>
    public FactReaders Readers => Tellings.Aggregate(FactReaders.None, (readers, telling) => readers | telling.Readers);


    /// <summary>How it is told to one reader; null when it is not.</summary>
    public FactTelling? For(FactReaders reader) => Tellings.FirstOrDefault(telling => telling.Readers.HasFlag(reader));
}

/// <summary>How a fact is told to some of its readers.</summary>
/// <param name="Readers">To whom; with <see cref="FactReaders.Print"/>, on paper as well.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Words">What was declared, in French; null when nothing was said.</param>
public sealed record FactTelling(FactReaders Readers, Func<FactSource, string> Label, Func<FactSource, string?> Words)
{
    /// <summary>A telling whose name never changes.</summary>
    public FactTelling(FactReaders readers, string label, Func<FactSource, string?> words)
        : this(readers, _ => label, words)
    {
    }

    /// <summary>When it makes sense; always, unless said.</summary>
    public Func<FactSource, bool> AppliesTo { get; init; } = _ => true;

    /// <summary>What stands in place of nothing; null leaves the line out.</summary>
    public string? NotSaid { get; init; }

    /// <summary>What staff put beside it, in French; null when nothing, or when it cannot be corrected.</summary>
    public Func<FactSource, string?>? Corrected { get; init; }
}
