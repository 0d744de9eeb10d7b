using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Data.Requests;

/// <summary>Which requests of the queue to show; parsed, hence always meaningful. Nothing set means every open request.</summary>
public sealed record RequestQueueFilter
{
    /// <summary>One status only; null for every open one.</summary>
    public RequestStatus? Status { get; init; }

    /// <summary>Whom the request waits for.</summary>
    public WaitsFor? WaitsFor { get; init; }

    /// <summary>Stage in force.</summary>
    public string? Stage { get; init; }

    /// <summary>Those whose stage nobody knows.</summary>
    public bool IsStageUnknown { get; init; }

    /// <summary>Département in force.</summary>
    public string? Departement { get; init; }

    /// <summary>Those outside the four départements.</summary>
    public bool IsOutsideLorraine { get; init; }

    /// <summary>Those of one member of staff.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>Those of nobody.</summary>
    public bool IsUnassigned { get; init; }

    /// <summary>Words of the reference, of the structure's name or of the title.</summary>
    public string? Text { get; init; }

    /// <summary>Urgent ones.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Those due before this Paris day.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>Those with an actor whom staff tell by themselves and who has not answered.</summary>
    public bool IsByHand { get; init; }

    /// <summary>Closed ones read best with the last first; the others with the one that waits longest.</summary>
    public bool IsLatestFirst => Status == RequestStatus.Closed;
}

/// <summary>A line of the queue. No contact data.</summary>
public sealed record RequestQueueRow(
    Guid Id,
    string Reference,
    Declaration Declared,
    Correction? Correction,
    string Departement,
    string? Stage,
    RequestStatus Status,
    WaitsFor WaitsFor,
    DateTimeOffset SubmittedAt,
    DateTimeOffset WaitingSince,
    DateOnly? NextDueOn,
    bool IsUrgent,
    IReadOnlyList<string> SignalCodes,
    string? AssigneeName)
{
    /// <summary>Name of the commune in force.</summary>
    public string CommuneName => Correction?.CommuneName ?? Declared.CommuneName;

    /// <summary>The structure, or what the project is about when it has no name.</summary>
    public string Name => Declared.StructureName ?? Declared.Title;
}

/// <summary>A page of the queue.</summary>
/// <param name="Rows">Its lines, in order.</param>
/// <param name="Total">Requests that pass the filter; null when the page itself is empty.</param>
/// <param name="Previous">Where the page before starts; null on the first.</param>
/// <param name="Next">Where the page after starts; null on the last.</param>
public sealed record RequestQueueSlice(IReadOnlyList<RequestQueueRow> Rows, int? Total, ListCursor? Previous, ListCursor? Next);

/// <summary>The queue of requests: one command a page, whatever the filter.</summary>
public static class RequestQueue
{
    /// <summary>Lines of a page.</summary>
    public const int PageSize = 25;

    extension(PortalDb db)
    {
        /// <summary>Requests that pass the filter, without order.</summary>
        public IQueryable<OrientationRequest> InQueue(RequestQueueFilter filter)
        {
            var requests = (filter.Text is { } text ? db.WithWords(text) : db.OrientationRequests).AsNoTracking();
            requests = filter.Status is { } status
                ? requests.Where(request => request.Status == status)
                : requests.Where(request => request.Status != RequestStatus.Closed);
            if (filter.WaitsFor is { } waitsFor) requests = requests.Where(request => request.WaitsFor == waitsFor);
            if (filter.Stage is { } stage) requests = requests.Where(request => request.Stage == stage);
            if (filter.IsStageUnknown) requests = requests.Where(request => request.Stage == null);
            if (filter.Departement is { } departement) requests = requests.Where(request => request.Departement == departement);
            if (filter.IsOutsideLorraine) requests = requests.Where(request => !Lorraine.Departements.Contains(request.Departement));
            if (filter.AssigneeId is { } assignee) requests = requests.Where(request => request.AssigneeId == assignee);
            if (filter.IsUnassigned) requests = requests.Where(request => request.AssigneeId == null);
            if (filter.IsUrgent) requests = requests.Where(request => request.IsUrgent);
            if (filter.DueBefore is { } day) requests = requests.Where(request => request.NextDueOn < day);
            if (filter.IsByHand) requests = requests.Where(IsByHandPending);
            return requests;
        }

        /// <summary>One page of them with the total, in one command.</summary>
        public async Task<RequestQueueSlice> QueuePageAsync(RequestQueueFilter filter, ListCursor? cursor, CancellationToken ct)
        {
            var all = db.InQueue(filter);
            var ascending = filter.IsLatestFirst == (cursor is { IsBackward: true });
            var page = cursor is { Instant: { } at } ? all.StartingAt(at, cursor.Id, ascending) : all;
            page = ascending
                ? page.OrderBy(request => request.WaitingSince).ThenBy(request => request.Id)
                : page.OrderByDescending(request => request.WaitingSince).ThenByDescending(request => request.Id);
            var found = await page.Take(PageSize + 1).Select(request => new
            {
                Row = new RequestQueueRow(
                    request.Id,
                    request.Reference,
                    request.Declared,
                    request.Correction,
                    request.Departement,
                    request.Stage,
                    request.Status,
                    request.WaitsFor,
                    request.SubmittedAt,
                    request.WaitingSince,
                    request.NextDueOn,
                    request.IsUrgent,
                    request.SignalCodes,
                    db.Users.Where(user => user.Id == request.AssigneeId).Select(user => user.DisplayName).FirstOrDefault()),
                Total = all.Count(),
            }).ToListAsync(ct);

            var rows = found.Take(PageSize).Select(line => line.Row).ToList();
            var hasMore = found.Count > PageSize;
            var isBackward = cursor is { IsBackward: true };
            if (isBackward) rows.Reverse();
            var previous = isBackward ? hasMore : cursor is not null;
            var next = isBackward || hasMore;
            return new RequestQueueSlice(
                rows,
                found.Count == 0 ? null : found[0].Total,
                previous && rows.Count > 0 ? ListCursor.At(rows[0].WaitingSince, rows[0].Id, isBackward: true) : null,
                next && rows.Count > 0 ? ListCursor.At(rows[^1].WaitingSince, rows[^1].Id) : null);
        }

        /// <summary>Requests whose reference, structure or title holds the text. SQL, because the column is one that PostgreSQL derives and EF does not read. What is folded holds no % nor _.</summary>
        private IQueryable<OrientationRequest> WithWords(string text)
        {
            var sought = Folding.Fold(text);
            var pattern = sought.Length == 0 ? "" : $"%{sought}%";
            return db.OrientationRequests.FromSql(
                $"""
                select r.*, r.xmin from orientation_requests r where r.folded_words like {pattern}
                """);
        }
    }

    /// <summary>An actor whom staff tell by themselves has still to answer.</summary>
    public static System.Linq.Expressions.Expression<Func<OrientationRequest, bool>> IsByHandPending { get; } = request => request.Referrals.Any(referral =>
        referral.IsByHand && (referral.Status == ReferralStatus.Sent || referral.Status == ReferralStatus.InformationRequested || referral.Status == ReferralStatus.DateOffered));

    private static IQueryable<OrientationRequest> StartingAt(this IQueryable<OrientationRequest> requests, DateTimeOffset at, Guid id, bool ascending) => ascending
        ? requests.Where(request => EF.Functions.GreaterThan(ValueTuple.Create(request.WaitingSince, request.Id), ValueTuple.Create(at, id)))
        : requests.Where(request => EF.Functions.LessThan(ValueTuple.Create(request.WaitingSince, request.Id), ValueTuple.Create(at, id)));
}
