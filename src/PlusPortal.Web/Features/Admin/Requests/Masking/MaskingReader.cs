using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Requests.Masking;

/// <summary>Reads the page on which passages are masked.</summary>
public sealed class MaskingReader(RequestForms forms, CurrentLexicon lexicon, IOptions<MaskingOptions> options, AuditLog audit, PortalDb db)
{
    /// <summary>Proposals on the page at once; a form of more than a hundred fields is refused.</summary>
    public const int MostProposals = 25;

    /// <summary>The page; null when there is no such request.</summary>
    /// <param name="reference">Reference of the request.</param>
    /// <param name="typed">What was typed; null when the page is opened.</param>
    /// <param name="seen">What the person had seen; null when the page is opened.</param>
    /// <param name="by">Member of staff.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<MaskingPage?> ReadAsync(string reference, MaskingForm? typed, Seen? seen, Author by, CancellationToken ct)
    {
        var page = await forms.OpenAsync(reference, _ => typed ?? new MaskingForm(), request => request.RefusalFor(Acts.MaskPassages, by), seen, ct);
        if (page is null) return null;
        var request = page.Request.ReadWith(await lexicon.GetAsync(ct));
        var notes = await db.Set<RequestNote>().AsNoTracking()
            .Where(note => note.RequestId == request.Id && (note.Kind == NoteKind.QuestionFromPartner || note.Kind == NoteKind.AnswerToPartner || note.Kind == NoteKind.InformationAdded))
            .OrderBy(note => note.At).ThenBy(note => note.Id).ToListAsync(ct);
        var read = request.TextsThatLeave().Concat(notes.Where(note => note.Place.IsNoteReadByActors).Select(note => new LeavingText(MaskPlaces.Of(note.Kind), note.Text))).ToList();
        var added = notes.Where(note => !note.Place.IsNoteReadByActors).Select(note => new LeavingText(MaskPlaces.Of(note.Kind), note.Text)).ToList();
        var everything = request.SensitiveIn(read.Concat(added));
        var waiting = everything.Take(MostProposals).ToList();
        var people = await PeopleAsync(request, ct);
        var isOriginalKept = request.Masks is { } masks && masks.Masked.Any(passage => passage.Original is not null);
        if (everything.Count > 0 || isOriginalKept) audit.Read(request.Id, AuditAct.SensitiveRead);
        return new MaskingPage
        {
            Page = page,
            Form = InOrderOf(waiting, typed),
            Texts = [.. read.Select(Shown)],
            Added = [.. added.Select(Shown)],
            Waiting = waiting,
            MoreWaiting = everything.Count - waiting.Count,
            Left = [.. (request.Masks?.Left ?? []).Select(passage => new DecidedPassage(passage.At, WhoOf(passage.ById), passage.Reason, passage.Text))],
            Masked = isOriginalKept ? MaskedWithOriginals() : [.. (request.Masks?.Masked ?? []).Select(passage => Line(passage, null))],
            StructureName = request.Declared.StructureName,
            KeepsOriginals = options.Value.KeepOriginals,
        };

        ShownText Shown(LeavingText text) => new(MaskWords.LabelOf(text.Place), PartsOf(text.Text, request.PassagesOf(text.Text), waiting));

        IReadOnlyList<DecidedPassage> MaskedWithOriginals() => [.. request.Masks!.Masked.Select(passage => Line(passage, passage.Original))];

        DecidedPassage Line(MaskedPassage passage, string? original) => new(passage.At, WhoOf(passage.ById), MaskWords.LabelOf(passage.Places), original);

        string WhoOf(Guid id) => people.GetValueOrDefault(id, "l’équipe PLUS");
    }

    /// <summary>The lines follow the proposals of now: what was chosen is found again by its passage, not by its place.</summary>
    private static MaskingForm InOrderOf(IReadOnlyList<ProposedPassage> waiting, MaskingForm? typed)
    {
        var form = MaskingForm.For(waiting);
        if (typed is null) return form;
        foreach (var line in form.Proposed)
        {
            if (typed.Proposed.Find(each => each.Key == line.Key) is { } chosen) (line.Choice, line.Reason) = (chosen.Choice, chosen.Reason);
        }

        (form.Others, form.InStructureName) = (typed.Others, typed.InStructureName);
        return form;
    }

    private static List<TextPart> PartsOf(string text, IReadOnlyList<SensitivePassage> passages, IReadOnlyList<ProposedPassage> waiting)
    {
        var parts = new List<TextPart>();
        var at = 0;
        foreach (var passage in passages)
        {
            var key = PassageMask.KeyOf(text.Substring(passage.Start, passage.Length));
            var number = waiting.Select((each, index) => (each.Key, Number: index + 1)).FirstOrDefault(each => each.Key == key).Number;
            if (number == 0) continue;
            if (passage.Start > at) parts.Add(new TextPart(text[at..passage.Start], null));
            parts.Add(new TextPart(text.Substring(passage.Start, passage.Length), number));
            at = passage.End;
        }

        if (at < text.Length) parts.Add(new TextPart(text[at..], null));
        return parts;
    }

    private Task<Dictionary<Guid, string>> PeopleAsync(OrientationRequest request, CancellationToken ct)
    {
        var ids = (request.Masks?.Masked.Select(passage => passage.ById) ?? []).Concat(request.Masks?.Left.Select(passage => passage.ById) ?? []).ToHashSet();
        return ids.Count == 0 ? Task.FromResult(new Dictionary<Guid, string>()) : db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, ct);
    }
}
