using System.Collections;
using System.Collections.Frozen;

namespace PlusPortal.Domain.Vocabulary;

/// <summary>A closed list of the vocabulary, in display order.</summary>
public sealed class TermList : IReadOnlyList<Term>
{
    private readonly Term[] terms;
    private readonly FrozenDictionary<string, Term> byCode;

    /// <summary>Builds the list.</summary>
    /// <param name="name">Stable name of the list; with a code it forms the term's stable identifier.</param>
    /// <param name="terms">Terms in display order, codes unique.</param>
    /// <exception cref="ArgumentException">Two terms share a code.</exception>
    public TermList(string name, IReadOnlyList<Term> terms)
    {
        Name = name;
        this.terms = [.. terms];
        byCode = this.terms.ToFrozenDictionary(term => term.Code, StringComparer.Ordinal);
    }

    /// <summary>Stable name of the list, for example <c>legalForm</c>.</summary>
    public string Name { get; }

    /// <inheritdoc />
    public int Count => terms.Length;

    /// <inheritdoc />
    public Term this[int index] => terms[index];

    /// <summary>Term of a code, or null when the code is unknown.</summary>
    public Term? Find(string? code) => code is not null && byCode.TryGetValue(code, out var term) ? term : null;

    /// <summary>Whether the code is in the list.</summary>
    public bool Contains(string? code) => code is not null && byCode.ContainsKey(code);

    /// <summary>French label of a code; the code itself when it is unknown, so that a retired code stays readable.</summary>
    public string LabelOf(string code) => byCode.TryGetValue(code, out var term) ? term.Label : code;

    /// <summary>Codes among <paramref name="codes"/> that the list does not know.</summary>
    public IEnumerable<string> UnknownAmong(IEnumerable<string> codes) => codes.Where(code => !byCode.ContainsKey(code));

    /// <inheritdoc />
    public IEnumerator<Term> GetEnumerator() => ((IEnumerable<Term>)terms).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => terms.GetEnumerator();
}
