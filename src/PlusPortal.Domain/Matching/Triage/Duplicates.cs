using PlusPortal.Domain.Matching.French;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Triage;

/// <summary>What is compared to find a duplicate.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Reference">Its reference, for people.</param>
/// <param name="Siren">SIREN, digits only; null when not given.</param>
/// <param name="Rna">RNA number, as stored; null when not given.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Title">Title of the need.</param>
/// <param name="SubmittedAt">When it was sent, UTC.</param>
public sealed record DuplicateCandidate(Guid RequestId, string Reference, string? Siren, string? Rna, string? Email, string Title, DateTimeOffset SubmittedAt);

/// <summary>Tells whether a request looks like an earlier one. A person decides.</summary>
/// <remarks>Source: triage rules of PLUS: same SIREN or RNA; or same e-mail and near title within 30 days.</remarks>
public static class Duplicates
{
    /// <summary>Days within which a near title from the same address is a duplicate.</summary>
    public const int WindowDays = 30;

    private const int SharedTermsPercent = 50;

    /// <summary>The signal that names the most recent earlier request that looks the same, with the sentence that says why; null when there is none.</summary>
    public static DetectedSignal? Find(DuplicateCandidate request, IEnumerable<DuplicateCandidate> earlier)
    {
        foreach (var other in earlier.Where(other => other.RequestId != request.RequestId && other.SubmittedAt <= request.SubmittedAt).OrderByDescending(other => other.SubmittedAt).ThenBy(other => other.RequestId))
        {
            if (Same(request.Siren, other.Siren)) return Signal(other, $"Même SIREN que la demande {other.Reference}.");
            if (Same(request.Rna, other.Rna)) return Signal(other, $"Même numéro RNA que la demande {other.Reference}.");
            var isRecent = request.SubmittedAt - other.SubmittedAt <= TimeSpan.FromDays(WindowDays);
            if (isRecent && Same(request.Email?.Trim(), other.Email?.Trim()) && AreNear(request.Title, other.Title))
                return Signal(other, $"Même adresse et titre proche de la demande {other.Reference}, reçue il y a moins de {WindowDays} jours.");
        }

        return null;
    }

    /// <summary>Whether two titles say nearly the same, typing errors allowed.</summary>
    public static bool AreNear(string left, string right)
    {
        var first = FrenchWords.Fold(left).Trim();
        var second = FrenchWords.Fold(right).Trim();
        if (first.Length == 0 || second.Length == 0) return first == second;
        if (Distance(first, second) * 5 <= Math.Max(first.Length, second.Length)) return true;

        var terms = FrenchWords.Terms(left);
        var others = FrenchWords.Terms(right);
        if (terms.Count == 0 || others.Count == 0) return false;
        var shared = terms.Count(term => others.Any(other => term == other || (term.Length > 4 && other.Length > 4 && Distance(term, other) <= 1)));
        return shared * 100 >= SharedTermsPercent * Math.Max(terms.Count, others.Count);
    }

    private static DetectedSignal Signal(DuplicateCandidate earlier, string reason) => new(TriageSignals.Doublon, reason, earlier.Reference);

    private static bool Same(string? left, string? right) => !string.IsNullOrEmpty(left) && string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Edits (insertion, removal, replacement, swap of neighbours) that part two texts.</summary>
    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= right.Length; j++) table[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replace, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[left.Length, right.Length];
    }
}
