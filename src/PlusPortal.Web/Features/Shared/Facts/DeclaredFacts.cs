namespace PlusPortal.Web.Features.Shared.Facts;

/// <summary>Every fact, in the order of the form. Whoever shows what was declared draws it from here, so that nobody reads more than its flags say.</summary>
public sealed class DeclaredFacts
{
    private readonly IReadOnlyList<DeclaredFact> facts;

    /// <summary>Takes the facts of the form.</summary>
    /// <exception cref="InvalidOperationException">One of them says too little, or too much: see <see cref="ProblemsOf"/>.</exception>
    public DeclaredFacts(IReadOnlyList<DeclaredFact> facts)
    {
        if (ProblemsOf(facts) is { Count: > 0 } problems) throw new InvalidOperationException(string.Join(" ", problems));
        this.facts = facts;
    }

    /// <summary>What is wrong with some facts, one sentence each.</summary>
    public static IReadOnlyList<string> ProblemsOf(IReadOnlyList<DeclaredFact> facts)
    {
        var problems = new List<string>();
        foreach (var fact in facts)
        {
            if (facts.Count(other => other.Code == fact.Code) > 1) Add("has the code of another");
            if ((fact.Readers & ~FactReaders.Print) == 0) Add("has no reader: say by its flags who may see it");
            if (fact.Readers.HasFlag(FactReaders.Print) && (fact.Readers & FactReaders.Pages) == 0) Add("is printed, but on no page");
            if (fact.Readers.HasFlag(FactReaders.CheckPage) && fact.Change is null) Add("can be changed from the check page: say what « Modifier » changes");
            if (fact.Section == FactSection.Person && (fact.Readers & FactReaders.BeforeAcceptance) != 0) Add("tells whom to call before an actor accepts");
            if (fact.Readers.HasFlag(FactReaders.ActorAsked) && !fact.Readers.HasFlag(FactReaders.ActorAccepted)) Add("is hidden from an actor because it accepts");
            if (fact.Readers.HasFlag(FactReaders.ActorLate) && !fact.Readers.HasFlag(FactReaders.ActorAsked)) Add("is told to an actor only once its time has passed");
            if (fact.IsFreeText && (fact.Readers & (FactReaders.Summary | FactReaders.Mail)) != 0) Add("puts free text into a summary or an e-mail");
            if (fact.IsFreeText && fact.Readers.HasFlag(FactReaders.ActorLate)) Add("tells free text to an actor whose time has passed");
            foreach (var reader in Enum.GetValues<FactReaders>().Where(reader => int.IsPow2((int)reader) && reader != FactReaders.Print && fact.Tellings.Count(telling => telling.Readers.HasFlag(reader)) > 1))
                Add($"is told twice to {reader}");

            void Add(string problem) => problems.Add($"A fact of the form, '{fact.Code}', {problem}.");
        }

        return [.. problems.Distinct()];
    }

    /// <summary>The lines that one reader sees of a request.</summary>
    /// <param name="reader">One reader.</param>
    /// <param name="source">What they are read from.</param>
    /// <param name="first">Codes of the facts that this reader sees first; the others follow in the order of the form.</param>
    public IReadOnlyList<FactRow> RowsFor(FactReaders reader, FactSource source, IReadOnlyList<string>? first = null) =>
        [.. InOrder(first ?? []).Select(fact => RowOf(fact, reader, source)).OfType<FactRow>()];

    /// <summary>The lines that staff may correct, whether they did or not.</summary>
    public IReadOnlyList<FactRow> CorrectableRows(FactSource source, IReadOnlyList<string> first) =>
        [.. InOrder(first).Where(fact => fact.For(FactReaders.Staff)?.Corrected is not null).Select(fact => RowOf(fact, FactReaders.Staff, source)).OfType<FactRow>()];

    /// <summary>The line that one reader sees of a fact; null when there is none.</summary>
    public static FactRow? RowOf(DeclaredFact fact, FactReaders reader, FactSource source)
    {
        if (fact.For(reader) is not { } telling || !telling.AppliesTo(source)) return null;
        var corrected = telling.Corrected?.Invoke(source);
        var words = telling.Words(source) ?? telling.NotSaid ?? (corrected is null ? null : FactWords.NotSaid);
        return words is null ? null : new FactRow(telling.Label(source), words) { Code = fact.Code, Section = fact.Section, Corrected = corrected, IsPrinted = telling.Readers.HasFlag(FactReaders.Print) };
    }

    /// <summary>Everything that was declared, for the person whose data they are: as its own page tells it, else as the form or PLUS does.</summary>
    public IReadOnlyList<FactRow> WholeOf(FactSource source) => [.. facts.Select(fact => RowOf(fact, ReaderFor(fact), source)).OfType<FactRow>()];

    /// <summary>What a fact is called; its code when there is no such fact any more.</summary>
    public string LabelOf(string code, FactSource source) =>
        facts.FirstOrDefault(fact => fact.Code == code) is { } fact ? fact.For(ReaderFor(fact))!.Label(source) : code;

    private static FactReaders ReaderFor(DeclaredFact fact)
    {
        FactReaders[] closest = [FactReaders.Tracking, FactReaders.CheckPage, FactReaders.Staff];
        return closest.Concat(Enum.GetValues<FactReaders>().Where(reader => int.IsPow2((int)reader))).First(reader => fact.For(reader) is not null);
    }

    private IEnumerable<DeclaredFact> InOrder(IReadOnlyList<string> first)
    {
        var named = first.Select(code => facts.Single(fact => fact.Code == code)).ToList();
        return named.Concat(facts.Except(named));
    }
}
