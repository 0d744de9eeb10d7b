using PlusPortal.Data;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Conversation;

/// <summary>Questions and answers between staff and the structure.</summary>
public sealed class AskStructure(RequestChange change, TimeProvider clock)
{
    /// <summary>Asks; the structure gets an e-mail with a link to its page, where the question is.</summary>
    public Task<RequestResult> ExecuteAsync(string reference, Seen seen, string question, Author by, CancellationToken ct) =>
        change.ExecuteAsync(reference, seen, Acts.AskStructure, (request, today) => request.AskStructure(question, by, clock.GetUtcNow(), today), ct);

    /// <summary>Records an answer given by telephone.</summary>
    public Task<RequestResult> RecordAnswerAsync(string reference, Seen seen, string answer, Author by, CancellationToken ct) =>
        change.ExecuteAsync(reference, seen, Acts.AnswerQuestion, (request, today) => request.AnswerQuestion(answer, by with { Channel = Channel.Telephone }, clock.GetUtcNow(), today), ct);

    /// <summary>Goes on without the answer.</summary>
    public Task<RequestResult> DropAsync(string reference, Seen seen, Author by, CancellationToken ct) =>
        change.ExecuteAsync(reference, seen, Acts.DropQuestion, (request, today) => request.DropQuestion(by, clock.GetUtcNow(), today), ct);
}

/// <summary>Staff spoke to the person and vouch for the address.</summary>
public sealed class VouchForAddress(RequestChange change, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    public Task<RequestResult> ExecuteAsync(string reference, Seen seen, Author by, CancellationToken ct) =>
        change.ExecuteAsync(reference, seen, Acts.VouchForAddress, (request, _) => request.VouchForAddress(by with { Channel = Channel.Telephone }, clock.GetUtcNow()), ct);
}

/// <summary>Writes an internal note. It overwrites nothing, so what others did in between does not stand in its way.</summary>
public sealed class AddNote(PortalDb db, RequestChange change, TimeProvider clock)
{
    /// <summary>Writes it.</summary>
    public async Task<RequestResult> ExecuteAsync(string reference, string text, Author by, CancellationToken ct)
    {
        var result = await TryAsync(reference, text, by, ct);
        if (result is not RequestResult.Conflict) return result;
        db.ChangeTracker.Clear();
        return await TryAsync(reference, text, by, ct);
    }

    private async Task<RequestResult> TryAsync(string reference, string text, Author by, CancellationToken ct)
    {
        var request = await change.FindAsync(reference, ct);
        if (request is null) return new RequestResult.NotFound();
        request.AddNote(text, by, clock.GetUtcNow());
        return await change.SaveAsync(request, Acts.AddNote, ct);
    }
}
