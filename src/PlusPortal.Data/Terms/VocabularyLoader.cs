using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Terms;

/// <summary>Brings the table of terms in line with the vocabulary of the domain. A second run changes nothing; a term is never deleted.</summary>
public sealed class VocabularyLoader(PortalDb db)
{
    /// <summary>Loads it. Returns how many terms were added or changed.</summary>
    public async Task<int> LoadAsync(CancellationToken ct)
    {
        var stored = await db.VocabularyTerms.ToDictionaryAsync(term => term.Id, ct);
        foreach (var list in Vocabularies.All)
        {
            for (var position = 1; position <= list.Count; position++)
            {
                var term = list[position - 1];
                var id = NameBasedUuid.OfTerm(list.Name, term.Code);
                if (!stored.Remove(id, out var row))
                {
                    row = new VocabularyTerm { Id = id, List = list.Name, Code = term.Code, Label = "", Help = "", Position = 0, IsCurrent = true };
                    db.VocabularyTerms.Add(row);
                }

                (row.Label, row.Help, row.Parent, row.Position, row.IsCurrent) = (term.Label, term.Help, term.Parent, position, true);
            }
        }

        foreach (var retired in stored.Values) retired.IsCurrent = false;
        return await db.SaveChangesAsync(ct);
    }
}
