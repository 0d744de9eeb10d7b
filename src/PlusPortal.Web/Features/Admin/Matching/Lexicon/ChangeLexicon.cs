using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Matching.Lexicon;

/// <summary>What came of deciding about a phrase.</summary>
public enum LexiconChanged
{
    /// <summary>Written: every node reads with it within a second.</summary>
    Done,

    /// <summary>There is no such phrase to change.</summary>
    NotFound,

    /// <summary>The phrase to add is there already.</summary>
    Known,

    /// <summary>Nothing is different.</summary>
    Unchanged,

    /// <summary>Staff have changed as many phrases as may be.</summary>
    Full,

    /// <summary>Somebody else decided meanwhile; nothing was written.</summary>
    Conflict,
}

/// <summary>Adds a phrase to the lexicon, or weighs one otherwise, sets it aside, takes it back.</summary>
public sealed class ChangeLexicon(PortalDb db, TimeProvider clock)
{
    /// <summary>Writes the decision of a valid form.</summary>
    public async Task<LexiconChanged> ExecuteAsync(PhraseForm form, bool isNew, Guid authorId, CancellationToken ct)
    {
        // The number is read before the phrases: who writes in between takes it, and the key refuses ours.
        var number = await db.ReadLexiconNumberAsync(ct) + 1;
        var latest = await db.LatestLexiconChangesAsync(ct);
        var phrase = Phrase.Find(form.ToEntry().Key, latest);
        if (isNew && phrase is not null) return LexiconChanged.Known;
        if (!isNew && phrase is null) return LexiconChanged.NotFound;
        if ((phrase?.Last?.Number ?? 0) != form.Seen) return LexiconChanged.Conflict;

        var entry = phrase is null ? form.ToEntry() : phrase.Entry with { Weight = form.ToEntry().Weight };
        var isActive = isNew || form.IsActive;
        if (phrase is not null && phrase.Entry == entry && phrase.IsActive == isActive) return LexiconChanged.Unchanged;
        if (phrase?.Last is null && latest.Count >= LexiconChange.MostPhrases) return LexiconChanged.Full;

        db.LexiconChanges.Add(LexiconChange.Decide(number, entry, isActive, Typed.Line(form.Reason) ?? "", authorId, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (failure.IsConflict)
        {
            db.ChangeTracker.Clear();
            return LexiconChanged.Conflict;
        }

        return LexiconChanged.Done;
    }
}
