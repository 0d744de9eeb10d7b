using Microsoft.Extensions.Time.Testing;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Features.Dev.MailPreview;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Tests.Startup.Samples;

namespace PlusPortal.Web.Tests.Dev.MailPreview;

/// <summary>A preview is about a situation in which its message leaves: otherwise what comes next contradicts what happened.</summary>
public sealed class MailSampleTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_sample_of_a_request_is_in_a_state_in_which_its_message_leaves()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await LoadedSamples.LoadAsync(database, Ct);
        var clock = new FakeTimeProvider(A.Now);
        var today = new PlusDay(clock.TodayInParis, PlusCalendar.Usual);
        var ofOccasions = Enum.GetValues<Occasion>().SelectMany(AnnouncementTable.MailsOf).ToHashSet();

        var wrong = new List<string>();
        foreach (var kind in Enum.GetValues<MailKind>().Where(kind => MailKinds.SubjectOf(kind) is MailSubject.Request or MailSubject.Referral))
        {
            foreach (var variant in MailVariants.Of(kind))
            {
                await using var db = database.NewContext();
                var subjectId = await new MailSamples(db, clock).AddAsync(kind, variant.Code, Ct);
                var request = db.OrientationRequests.Local.Single(one => one.Id == subjectId || one.Referrals.Any(referral => referral.Id == subjectId));

                // By an act of the request, or by a step of the clock that is due; what no request records has an occasion.
                var leaves = AnnouncementTable.NoticesOf(request, request.TakeUnannounced())
                    .Concat(request.StepsToCome(today).Where(step => step.DueOn <= today.Date).SelectMany(step => AnnouncementTable.NoticesOf(request, step)))
                    .Any(notice => notice.Mail == kind && notice.SubjectId == subjectId);
                if (!leaves && !ofOccasions.Contains(kind)) wrong.Add($"{kind} {variant.Code}: nothing tells it");

                // A message that speaks of an answer leaves once it can no longer be taken back: the pages say what follows from it.
                var before = request.Referrals.Select(referral => referral.Status).ToList();
                var known = request.WithoutHeldAnswers(clock.GetUtcNow(), today);
                if (!before.SequenceEqual(known.Referrals.Select(referral => referral.Status))) wrong.Add($"{kind} {variant.Code}: its answer is still held");
            }
        }

        Assert.Empty(wrong);
    }
}
