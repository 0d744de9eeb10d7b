using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using PlusPortal.Data;
using PlusPortal.Data.Limits;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Email;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security.Limits;
using PlusPortal.Web.Telemetry;

namespace PlusPortal.Web.Features.Public.Orientation.Check;

/// <summary>What sending led to.</summary>
public abstract record SubmitResult
{
    private SubmitResult()
    {
    }

    /// <summary>There is one request, made now or by an earlier click.</summary>
    public sealed record Submitted : SubmitResult;

    /// <summary>Something is still missing.</summary>
    public sealed record Incomplete(FormStep FirstStep) : SubmitResult;

    /// <summary>The draft is gone, or somebody else's.</summary>
    public sealed record NotFound : SubmitResult;

    /// <summary>So many were sent today that this one must wait; the draft is as it was.</summary>
    public sealed record TooMany(LimitVerdict Verdict) : SubmitResult;
}

/// <summary>Turns a draft into a request, once, however often the button is pressed.</summary>
public sealed class SubmitOrientation(PortalDb db, DraftAccess drafts, FormSteps form, RequestMatcher matcher, Announcer announcer, LimitCounter limits, IOptions<DailyCapOptions> caps, CurrentProfile profile, TimeProvider clock)
{
    /// <summary>A person needs longer than this to answer the pages.</summary>
    public static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(20);

    private static readonly Author Form = new(AuthorKind.System, null, Channel.RequestForm);

    /// <summary>Sends the draft of this visitor.</summary>
    /// <param name="draftId">Draft.</param>
    /// <param name="rule">Who may receive the request.</param>
    /// <param name="fellIntoTrap">Whether a field was filled that people do not see.</param>
    /// <param name="client">Under which name the visitor is counted.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<SubmitResult> ExecuteAsync(Guid draftId, TransmissionRule rule, bool fellIntoTrap, string client, CancellationToken ct)
    {
        var opened = await drafts.OpenAsync(draftId, ct);
        if (opened is null) return new SubmitResult.NotFound();
        if (opened.IsSubmitted) return new SubmitResult.Submitted();
        var next = form.NextIn(opened.Answers);
        if (next != form.Check || !opened.Answers.TryComplete(out var complete)) return new SubmitResult.Incomplete(next);

        var now = clock.GetUtcNow();
        var today = await profile.TodayAsync(ct);
        var request = OrientationRequest.Submit(
            new NewRequest
            {
                Reference = RequestReference.Of(today.Date.Year, await NextNumberAsync(ct)),
                DraftId = draftId,
                Origin = RequestOrigin.Online,
                PrecededById = await PrecedingAsync(opened.Draft, ct),
                Declaration = complete.Declaration,
                Contact = complete.Contact,
                TransmissionRule = rule,
                ConsentTextVersion = ConsentText.Current.Version,
            },
            now,
            today);
        var result = await matcher.MatchAsync(request, ct);
        var suspicion = fellIntoTrap ? "Un champ que les personnes ne voient pas a été rempli." : IsTooQuick(now - opened.Draft.CreatedAt) ? "Tout le formulaire a été rempli en quelques secondes." : null;
        if (suspicion is not null) result = result.With([new DetectedSignal(TriageSignals.Indesirable, suspicion)]);
        request.RecordMatching(result, now, today, Form);

        db.OrientationRequests.Add(request);
        db.AccessLinks.Add(TrackingLink.For(opened.Secret, request.Id, closedAt: null, now));
        opened.Draft.MarkSubmitted(request.Id, now);
        await drafts.ProlongAsync(opened, ct);
        await announcer.AnnounceAsync(request, ct);
        try
        {
            // Counted with the request, after it: a second click, whose save fails, counts for nothing.
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.SaveChangesAsync(ct);
            var verdict = await limits.CountWithTransactionAsync(caps.Value.OfSubmission(client, request.Contact.Email), ct);
            if (!verdict.Passes)
            {
                await transaction.RollbackAsync(ct);
                db.ChangeTracker.Clear();
                return new SubmitResult.TooMany(verdict);
            }

            await transaction.CommitAsync(ct);
            PortalTelemetry.RequestSent();
            return new SubmitResult.Submitted();
        }
        catch (DbUpdateException lost) when (IsSecondClick(lost))
        {
            // Another click made the request between our read and our write.
            db.ChangeTracker.Clear();
            return await drafts.OpenAsync(draftId, ct) switch
            {
                { IsSubmitted: true } => new SubmitResult.Submitted(),
                { } changed => new SubmitResult.Incomplete(form.NextIn(changed.Answers)),
                null => new SubmitResult.NotFound(),
            };
        }
    }

    /// <summary>A form that was begun later than now tells of a clock that was set back, not of a machine: nobody is left without mail for that.</summary>
    private static bool IsTooQuick(TimeSpan taken) => taken >= TimeSpan.Zero && taken < LeastTime;

    private static bool IsSecondClick(DbUpdateException failure) =>
        failure is DbUpdateConcurrencyException
        || failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ux_orientation_requests_draft" };

    /// <summary>The request that it follows on, unless nothing is left of that one.</summary>
    private async Task<Guid?> PrecedingAsync(RequestDraft draft, CancellationToken ct) => draft.PrecededById is { } id
        ? await db.OrientationRequests.Where(request => request.Id == id && request.AnonymisedAt == null).Select(request => (Guid?)request.Id).SingleOrDefaultAsync(ct)
        : null;

    private async Task<long> NextNumberAsync(CancellationToken ct) =>
        (await db.Database.SqlQueryRaw<long>($"select nextval('{PortalDb.ReferenceSequence}') as \"Value\"").ToListAsync(ct))[0];
}
