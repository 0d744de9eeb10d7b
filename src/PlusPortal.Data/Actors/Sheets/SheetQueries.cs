using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Data.Actors.Sheets;

/// <summary>A published offer whose sheet is due, or soon will be.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="ActorId">Its actor.</param>
/// <param name="DueOn">Day on which its sheet is to be confirmed.</param>
/// <param name="LastStep">Furthest step about that day that was told; null for none.</param>
/// <param name="FirstToldOn">Day of the first message about it; null for none.</param>
public sealed record DueSheet(Guid OfferId, Guid ActorId, DateOnly DueOn, int? LastStep, DateOnly? FirstToldOn);

/// <summary>Reads of the sheets that are due.</summary>
/// <remarks>SQL, because EF adds no months of one column to the day of another. The same sum as <see cref="SheetClock.DueOn"/>; a test holds them to one answer.</remarks>
public static class SheetQueries
{
    /// <summary>Referrals in a row that an actor may leave without any sign of life before its offers are suspended.</summary>
    public const int SilenceLimit = 3;

    /// <summary>Key by which a step about a due date is told once.</summary>
    public const string OneNotice = "pk_sheet_notices";

    extension(PortalDb db)
    {
        /// <summary>Messages about due dates that left.</summary>
        public DbSet<SheetNotice> SheetNotices => db.Set<SheetNotice>();

        /// <summary>
        /// Published offers that are due within the first step, in one command. Only those of an actor of the directory whom the portal may
        /// write to: verified, with people or a checked address. The imported ones that nobody has spoken to are on no clock.
        /// </summary>
        /// <param name="actorId">The actor that is meant; all when null.</param>
        /// <param name="today">Paris day.</param>
        /// <param name="ct">Cancellation.</param>
        public async Task<IReadOnlyList<DueSheet>> DueSheetsAsync(Guid? actorId, DateOnly today, CancellationToken ct)
        {
            var until = today.AddDays(-SheetClock.Steps[0]);
            return await db.Database.SqlQuery<DueSheet>(
                $"""
                select due.offer_id, due.actor_id, due.due_on, told.last_step, told.first_told_on
                from (
                    select offer.id as offer_id, offer.actor_id,
                        (coalesce(offer.confirmed_on, greatest((offer.created_at at time zone 'Europe/Paris')::date, actor.verified_on)) + make_interval(months => offer.confirmation_months))::date as due_on
                    from support_offers offer join support_actors actor on actor.id = offer.actor_id
                    where offer.state = 'Published' and ({actorId}::uuid is null or actor.id = {actorId}::uuid) and actor.is_active and actor.verification <> {VerificationStatuses.NonVerifiee}
                        and (actor.contact_email is not null or exists (select from users person where person.support_actor_id = actor.id and not person.is_disabled))
                ) as due
                left join lateral (
                    select max(step) as last_step, min(told_on) as first_told_on from sheet_notices notice where notice.offer_id = due.offer_id and notice.due_on = due.due_on
                ) as told on true
                where due.due_on <= {until}
                order by due.actor_id, due.due_on, due.offer_id
                """).ToListAsync(ct);
        }

        /// <summary>
        /// Actors with a published offer whose last <see cref="SilenceLimit"/> referrals all expired without an answer nor a question, since an offer of
        /// theirs was last confirmed or came back.
        /// </summary>
        /// <param name="actorId">The one that is meant; all when null.</param>
        /// <param name="ct">Cancellation.</param>
        public async Task<IReadOnlyList<Guid>> SilentActorsAsync(Guid? actorId, CancellationToken ct) =>
            await db.Database.SqlQuery<Guid>(
                $"""
                with told as (
                    select referral.actor_id, referral.status = {nameof(ReferralStatus.Expired)} and referral.answered_at is null and referral.question_asked_at is null as is_silent,
                        row_number() over (partition by referral.actor_id order by coalesce(referral.answered_at, referral.question_asked_at, referral.ended_at) desc, referral.id desc) as place
                    from referrals referral
                    where referral.sent_at is not null and ({actorId}::uuid is null or referral.actor_id = {actorId}::uuid)
                        and (referral.status = {nameof(ReferralStatus.Expired)} or referral.answered_at is not null or referral.question_asked_at is not null)
                        and coalesce(referral.answered_at, referral.question_asked_at, referral.ended_at) > coalesce((
                            select max(greatest(offer.resumed_at, offer.confirmed_on::timestamp at time zone 'Europe/Paris')) from support_offers offer where offer.actor_id = referral.actor_id), '-infinity'))
                select actor_id as "Value" from told
                where place <= {SilenceLimit} and exists (select from support_offers offer where offer.actor_id = told.actor_id and offer.state = 'Published')
                group by actor_id
                having count(*) = {SilenceLimit} and bool_and(is_silent)
                order by actor_id
                """).ToListAsync(ct);
    }
}
