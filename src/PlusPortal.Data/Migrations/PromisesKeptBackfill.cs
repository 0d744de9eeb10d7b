namespace PlusPortal.Data.Migrations;

/// <summary>
/// What rows written before the clock get: days from which it counts, so that it goes on from today. Structures and actors are not
/// flooded with what would have left long ago: the steps whose day has passed are noted as overtaken, and whoever is late has a week.
/// It runs once the columns are there and before anybody reads them; it leans on no column that the migration takes away.
/// </summary>
internal static class PromisesKeptBackfill
{
    /// <summary>The statements, in order.</summary>
    internal const string Sql = """
        update referrals set
            starts_on = null,
            outcome_state = case when status = 'Completed' and referral_outcome in ('accompagnement-engage', 'aide-apportee', 'information-donnee') then 'Confirmed' else 'None' end,
            calendar = '',
            sent_on = (sent_at at time zone 'Europe/Paris')::date,
            clock_started_on = (sent_at at time zone 'Europe/Paris')::date,
            last_call_due_on = expires_on,
            paused_on = case when status = 'InformationRequested' then (question_asked_at at time zone 'Europe/Paris')::date end,
            pause_ends_on = case when status = 'InformationRequested' then greatest((question_asked_at at time zone 'Europe/Paris')::date, (now() at time zone 'Europe/Paris')::date) + 7 end,
            is_question_open = status = 'InformationRequested',
            first_contact_due_on = case when status = 'Accepted' then greatest((answered_at at time zone 'Europe/Paris')::date, (now() at time zone 'Europe/Paris')::date) + 7 end,
            last_news_on = case when status = 'Accepted' then (now() at time zone 'Europe/Paris')::date end,
            news_due_on = case when status = 'Accepted' then (now() at time zone 'Europe/Paris')::date + 28 end;

        -- Whose last day has passed is called once more and has a week; nobody expires by the hundred on the first night.
        update referrals set expires_on = (now() at time zone 'Europe/Paris')::date + 7, last_call_due_on = (now() at time zone 'Europe/Paris')::date + 5
        where status = 'Sent' and expires_on <= (now() at time zone 'Europe/Paris')::date;

        update orientation_requests set
            promised_on = coalesce(next_due_on, (submitted_at at time zone 'Europe/Paris')::date),
            status_since_on = case when status in ('NeedsInformation', 'AwaitingConsent') then (now() at time zone 'Europe/Paris')::date else (waiting_since at time zone 'Europe/Paris')::date end,
            structure_heard_on = (now() at time zone 'Europe/Paris')::date,
            structure_due_on = case when status in ('NeedsInformation', 'AwaitingConsent') then coalesce(next_due_on, (now() at time zone 'Europe/Paris')::date) end,
            clock_at = case when status <> 'Closed' then now() end;

        insert into clock_records (id, request_id, referral_id, step, since, number, due_on, outcome, at)
        select gen_random_uuid(), referrals.request_id, referrals.id, steps.step, referrals.clock_started_on, 1, coalesce(steps.due_on, referrals.clock_started_on), 'Overtaken', now()
        from referrals
        join orientation_requests on orientation_requests.id = referrals.request_id and orientation_requests.status <> 'Closed'
        cross join lateral (values
            ('ActorReminder', referrals.reminder_due_on), ('ActorCall', referrals.call_due_on), ('CalledBack', referrals.clock_started_on + 14)) as steps (step, due_on)
        where referrals.clock_started_on is not null and coalesce(steps.due_on, referrals.clock_started_on) <= (now() at time zone 'Europe/Paris')::date;

        insert into clock_records (id, request_id, referral_id, step, since, number, due_on, outcome, at)
        select gen_random_uuid(), request_id, id, 'PauseReminder', paused_on, 1, paused_on, 'Overtaken', now() from referrals where paused_on is not null;
        """;
}
