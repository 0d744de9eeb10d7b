using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Matching.Lexicon;

/// <summary>Reads the lexicon with what staff decided, now and not from the snapshot of the node.</summary>
public sealed class LexiconReader(PortalDb db, TimeProvider clock)
{
    /// <summary>Phrases on one page.</summary>
    public const int PageSize = 50;

    /// <summary>Most decisions shown about one phrase.</summary>
    public const int MostDecisions = 20;

    /// <summary>One page of the phrases.</summary>
    public async Task<LexiconPage> ListAsync(LexiconFilter filter, CancellationToken ct)
    {
        var latest = await db.LatestLexiconChangesAsync(ct);
        var found = filter.Among(Phrase.All(latest)).ToList();
        filter.Page = Math.Clamp(filter.Page, 1, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        var rows = found.Skip((filter.Page - 1) * PageSize).Take(PageSize).ToList();
        return new LexiconPage(filter, latest.FirstOrDefault()?.Number ?? 0, NeedLexicon.HashOf(latest), found.Count, rows, await AuthorsAsync(rows.Select(row => row.Last).OfType<LexiconChange>(), ct), found.Count > filter.Page * PageSize);
    }

    /// <summary>One phrase; null when there is none.</summary>
    public async Task<Phrase?> FindAsync(LexiconKey key, CancellationToken ct) => Phrase.Find(key, await db.LatestLexiconChangesAsync(ct));

    /// <summary>The form of a phrase with its history.</summary>
    public async Task<PhrasePage> PageAsync(Phrase phrase, PhraseForm form, LexiconTrial? trial, CancellationToken ct)
    {
        var key = phrase.Entry.Key;
        List<string> ways = [key.Pattern, LexiconPatterns.Tidy(phrase.Entry.Pattern), phrase.Last?.Pattern ?? key.Pattern];
        var history = await db.LexiconChanges.AsNoTracking()
            .Where(change => change.Kind == key.Kind && change.Code == key.Code && ways.Contains(change.Pattern))
            .OrderByDescending(change => change.Number).Take(MostDecisions).ToListAsync(ct);
        return new PhrasePage(form, phrase, history, await AuthorsAsync(history, ct), trial);
    }

    /// <summary>A text read without and with the change of a valid form.</summary>
    public async Task<LexiconTrial> TryAsync(PhraseForm form, bool isNew, Guid authorId, CancellationToken ct)
    {
        var latest = await db.LatestLexiconChangesAsync(ct);
        var entry = form.ToEntry();
        var change = LexiconChange.Decide(int.MaxValue, entry, isNew || form.IsActive, "Essai", authorId, clock.GetUtcNow());
        var text = Typed.Text(form.Text) ?? "";
        return new LexiconTrial(
            ReadLine.Of(text, NeedLexicon.Edited(latest)),
            ReadLine.Of(text, NeedLexicon.Edited([change, .. latest.Where(other => other.Entry.Key != entry.Key)])));
    }

    private async Task<IReadOnlyDictionary<Guid, string>> AuthorsAsync(IEnumerable<LexiconChange> changes, CancellationToken ct)
    {
        var ids = changes.Select(change => change.AuthorId).Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<Guid, string>() : await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, ct);
    }
}
