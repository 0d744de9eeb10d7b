using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests;
using PlusPortal.Web.Features.Admin.Requests.Request;
using PlusPortal.Web.Features.Partner.Inbox;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>A page with one form about a request.</summary>
/// <param name="Head">Top of the page, with the version that the form posts back: always the present one.</param>
/// <param name="Request">The request as it stands now, to show beside what was typed.</param>
/// <param name="Form">What was typed, or what is proposed.</param>
/// <param name="Conflict">What somebody else did since the page was opened; null when nothing.</param>
/// <param name="IsAllowed">Whether the action is still possible; otherwise what was typed can be copied, not sent.</param>
public sealed record FormPage<TForm>(RequestHead Head, OrientationRequest Request, TForm Form, ConflictNotice? Conflict, bool IsAllowed)
{
    /// <summary>Words of the form, where it is one text.</summary>
    public TextFormWords? Words { get; init; }

    /// <summary>Choices that come from the database, where the form has some.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Actors whose name matches, where one of them is to be chosen.</summary>
    public IReadOnlyList<ActorChoice> Candidates { get; init; } = [];

    /// <summary>What was declared and corrected, where the form shows it beside.</summary>
    public IReadOnlyList<FactRow> Facts { get; init; } = [];

    /// <summary>The support actor that the form is about, where it is about one.</summary>
    public string ActorName { get; init; } = "";

    /// <summary>The referral that the form is about, where it is about one.</summary>
    public Guid ReferralId { get; init; }

    /// <summary>What stands on the list of PLUS, in words: first what the form is about, then what is left after it.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>The question that the form answers, where it answers one.</summary>
    public string? Question { get; init; }
}

/// <summary>Opens the form pages.</summary>
public sealed class RequestForms(PortalDb db, ActWords words, CurrentLexicon lexicon)
{
    /// <summary>Reads what a form page needs.</summary>
    /// <param name="reference">Reference of the request.</param>
    /// <param name="form">What was typed, or a form prefilled from the request.</param>
    /// <param name="refusalFor">Why the act may not be done now; null when it may.</param>
    /// <param name="seen">What the person had seen; null when the page is opened.</param>
    /// <param name="ct">Cancellation.</param>
    /// <returns>The page; null when there is no such request.</returns>
    /// <exception cref="DomainRuleException">The page is opened although the act is refused.</exception>
    public async Task<FormPage<TForm>?> OpenAsync<TForm>(string reference, Func<OrientationRequest, TForm> form, Func<OrientationRequest, RuleCode?> refusalFor, Seen? seen, CancellationToken ct)
        where TForm : class
    {
        var request = await db.OrientationRequests.AsNoTracking().Include(loaded => loaded.Referrals).SingleOrDefaultAsync(loaded => loaded.Reference == reference, ct);
        if (request is null) return null;
        var refusal = refusalFor(request.ReadWith(await lexicon.GetAsync(ct)));
        if (refusal is { } code && seen is null) throw new DomainRuleException(code);
        var conflict = seen?.ConflictsWith(request) == true ? new ConflictNotice(await db.TimelineAsync(words, request.Id, seen.LastEventNumber, ct)) : null;
        return new FormPage<TForm>(RequestHead.Of(request), request, form(request), conflict, refusal is null);
    }

    /// <summary>What happened since; null when nothing, or when there is no such request.</summary>
    public async Task<ConflictNotice?> ConflictAsync(string reference, Seen seen, CancellationToken ct)
    {
        var found = await db.OrientationRequests.AsNoTracking().Where(request => request.Reference == reference).Select(request => new { request.Id, request.Version }).SingleOrDefaultAsync(ct);
        return found is null || found.Version == seen.Version ? null : new ConflictNotice(await db.TimelineAsync(words, found.Id, seen.LastEventNumber, ct));
    }
}
