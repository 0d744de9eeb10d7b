using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;

namespace PlusPortal.Web.Features.Public.Orientation.Drafts;

/// <summary>A draft that this visitor may write.</summary>
/// <param name="Draft">The row.</param>
/// <param name="Answers">Its answers.</param>
/// <param name="Secret">Secret of this visitor's cookie.</param>
public sealed record OpenDraft(RequestDraft Draft, OrientationAnswers Answers, string Secret)
{
    /// <summary>Identifier of the draft.</summary>
    public Guid Id => Draft.Id;

    /// <summary>Whether it became a request.</summary>
    public bool IsSubmitted => Draft.RequestId is not null;
}

/// <summary>An unfinished draft of this visitor, to be taken up again.</summary>
public sealed record UnfinishedDraft(Guid Id, string? Title, DateTimeOffset UpdatedAt, DateTimeOffset ExpiresAt);

/// <summary>
/// Who may open a draft: the holder of a cookie, one for each draft, so that two tabs can write two requests. The
/// cookie holds 256 random bits, of which only the SHA-256 is stored: with the draft for the browser that began it,
/// as a link to the draft for a device that took it up through an e-mail. A foreign draft does not exist.
/// </summary>
public sealed class DraftAccess(PortalDb db, TimeProvider clock, IHttpContextAccessor accessor)
{
    /// <summary>Most drafts that one browser holds; the oldest cookie goes first.</summary>
    public const int MostDrafts = 5;

    internal const string NamePrefix = "plus-draft-";
    private const string HostPrefix = "__Host-";

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Makes a draft for this visitor; saved by the caller.</summary>
    /// <param name="answers">What is known already.</param>
    /// <param name="precededById">Request from whose tracking page it is begun; null elsewhere.</param>
    public RequestDraft Create(OrientationAnswers answers, Guid? precededById = null)
    {
        var now = clock.GetUtcNow();
        var secret = LinkTokens.Create();
        var draft = new RequestDraft
        {
            Id = Guid.CreateVersion7(now),
            SecretHash = LinkTokens.Hash(secret),
            Answers = DraftAnswers.Empty,
            CreatedAt = now,
            UpdatedAt = now,
            ExpiresAt = now,
            PrecededById = precededById,
        };
        draft.Keep(answers, now);
        db.RequestDrafts.Add(draft);
        ForgetOldest();
        WriteCookie(draft.Id, secret);
        return draft;
    }

    /// <summary>Whether this browser holds a cookie of the draft; whether it opens it is asked when it does.</summary>
    public bool Holds(Guid draftId) => SecretOf(draftId) is not null;

    /// <summary>The draft, tracked, when this visitor may open it; else null.</summary>
    public async Task<OpenDraft?> OpenAsync(Guid draftId, CancellationToken ct)
    {
        if (SecretOf(draftId) is not { } secret) return null;
        var hash = LinkTokens.Hash(secret);
        var now = clock.GetUtcNow();
        var links = db.AccessLinks.Usable(secret, LinkPurpose.ResumeDraft, now);
        var draft = await db.RequestDrafts.SingleOrDefaultAsync(
            draft => draft.Id == draftId && draft.ExpiresAt > now && (draft.SecretHash == hash || links.Any(link => link.SubjectId == draftId)),
            ct);
        return draft is null ? null : new OpenDraft(draft, draft.ReadAnswers(), secret);
    }

    /// <summary>Lets this device live as long as the draft, which was just written. Saved by the caller.</summary>
    public async Task ProlongAsync(OpenDraft opened, CancellationToken ct)
    {
        var hash = LinkTokens.Hash(opened.Secret);
        if (!opened.Draft.SecretHash.AsSpan().SequenceEqual(hash) && await db.AccessLinks.FindAsync([hash], ct) is { } device) device.ExpiresAt = opened.Draft.ExpiresAt;
        WriteCookie(opened.Id, opened.Secret);
    }

    /// <summary>Drafts of this visitor that are not sent yet, the most recent first.</summary>
    public async Task<IReadOnlyList<UnfinishedDraft>> UnfinishedAsync(CancellationToken ct)
    {
        var secrets = Cookies().Take(MostDrafts).Select(cookie => (cookie.DraftId, Hash: LinkTokens.Hash(SecretOf(cookie.DraftId) ?? ""))).ToDictionary(cookie => cookie.DraftId, cookie => cookie.Hash);
        if (secrets.Count == 0) return [];
        var now = clock.GetUtcNow();
        var drafts = await db.RequestDrafts.AsNoTracking().Where(draft => secrets.Keys.Contains(draft.Id) && draft.RequestId == null && draft.ExpiresAt > now).ToListAsync(ct);
        var devices = await db.AccessLinks
            .Where(link => secrets.Values.Contains(link.TokenHash) && link.Purpose == LinkPurpose.ResumeDraft && link.RevokedAt == null && link.ExpiresAt > now)
            .Select(link => link.SubjectId)
            .ToListAsync(ct);
        return
        [
            .. from draft in drafts
               where draft.SecretHash.AsSpan().SequenceEqual(secrets[draft.Id]) || devices.Contains(draft.Id)
               let answers = draft.ReadAnswers()
               where answers.IsAnswered(RequestStep.Stage)
               orderby draft.UpdatedAt descending
               select new UnfinishedDraft(draft.Id, answers.Title ?? answers.StructureName, draft.UpdatedAt, draft.ExpiresAt),
        ];
    }

    /// <summary>The draft of a link received by e-mail; null when the link is unknown or too old, or ends with spaces alone, which MVC gives as null.</summary>
    public async Task<RequestDraft?> FindByLinkAsync(string? token, CancellationToken ct)
    {
        if (token?.Length != LinkTokens.TextLength) return null;
        var now = clock.GetUtcNow();
        var links = db.AccessLinks.Usable(token, LinkPurpose.ResumeDraft, now);
        return await db.RequestDrafts.SingleOrDefaultAsync(draft => draft.ExpiresAt > now && links.Any(link => link.SubjectId == draft.Id), ct);
    }

    /// <summary>Lets this device open the draft, with a secret of its own: the link in the mailbox and the other devices keep theirs. Saved by the caller.</summary>
    public void LetIn(RequestDraft draft)
    {
        var secret = LinkTokens.Create();
        db.AccessLinks.Add(new AccessLink
        {
            TokenHash = LinkTokens.Hash(secret),
            Purpose = LinkPurpose.ResumeDraft,
            SubjectId = draft.Id,
            CreatedAt = clock.GetUtcNow(),
            ExpiresAt = draft.ExpiresAt,
        });
        ForgetOldest();
        WriteCookie(draft.Id, secret);
    }

    private string? SecretOf(Guid draftId) => Http.Request.Cookies[NameOf(draftId)] is { Length: LinkTokens.TextLength } secret ? secret : null;

    private IEnumerable<(Guid DraftId, string Name)> Cookies() =>
        from name in Http.Request.Cookies.Keys
        let start = Http.Request.IsHttps ? HostPrefix + NamePrefix : NamePrefix
        where name.StartsWith(start, StringComparison.Ordinal)
        let id = Guid.TryParseExact(name[start.Length..], "N", out var parsed) ? parsed : Guid.Empty
        where id != Guid.Empty
        orderby id descending
        select (id, name);

    private void ForgetOldest()
    {
        foreach (var (_, name) in Cookies().Skip(MostDrafts - 1)) Http.Response.Cookies.Delete(name, Settings());
    }

    private void WriteCookie(Guid draftId, string secret)
    {
        var settings = Settings();
        settings.MaxAge = TimeSpan.FromDays(RequestDraft.LifetimeDays);
        Http.Response.Cookies.Append(NameOf(draftId), secret, settings);
    }

    private string NameOf(Guid draftId) => $"{(Http.Request.IsHttps ? HostPrefix : "")}{NamePrefix}{draftId:N}";

    private CookieOptions Settings() => new() { HttpOnly = true, Secure = Http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
