-- What the retention does with the rights of the owner. Each « …_due » says what is past its term at an instant: the page of
-- administrators counts by it, and the function that deletes or changes asks it at least(p_now, portal_now()), so that whatever
-- the portal says, only what is past its term is touched. A term that is missing deletes nothing. docs/adr/0028.

-- A term in force; null when there is none, and then nothing is due.
create or replace function retention_term(p_name text) returns int
    language sql stable
    set search_path = public, pg_temp
    as $$ select number from retention_terms where name = p_name $$;

-- Since when a request rests: its last event but for those that may follow its end. The columns of a request can be changed by the
-- portal, its timeline cannot: however a request is dressed up, what happened to it lately keeps it.
create or replace function request_rests_since(p_request uuid) returns timestamptz
    language sql stable
    set search_path = public, pg_temp
    as $$
    select max(at) from timeline_events
    where request_id = p_request
        and kind not in ('Anonymised', 'ErasureAsked', 'DataLinkSent', 'NoteAdded', 'AddressProven', 'AddressCorrected', 'PassagesMasked', 'PassagesLeft', 'ContactCorrected', 'AddressChanged', 'FollowerRemoved', 'FollowerLeft')
    $$;

-- Requests that staff ended as unwanted. One that an actor had is no spam any more: it becomes anonymous as every other.
create or replace function spam_requests_due(p_at timestamptz) returns setof uuid
    language sql stable
    set search_path = public, pg_temp
    set timezone = 'UTC'
    as $$
    select id from orientation_requests as request
    where status = 'Closed' and closing_reason = 'indesirable'
        and closed_at <= p_at - make_interval(days => retention_term('SpamDays'))
        and request_rests_since(id) <= p_at - make_interval(days => retention_term('SpamDays'))
        and not exists (select from transmissions where transmissions.request_id = request.id)
        and not exists (select from referrals where referrals.request_id = request.id and sent_at is not null)
    $$;

-- With everything about them: a request with its referrals, timeline and notes (by its foreign keys), its draft, its links, its messages.
create or replace function delete_spam_requests(p_now timestamptz, p_most int) returns int
    language plpgsql volatile security definer
    set search_path = public, pg_temp
    as $$
    declare
        term timestamptz := least(p_now, portal_now());
        doomed uuid[];
        drafts uuid[];
    begin
        doomed := array(
            select id from orientation_requests
            where id in (select spam_requests_due(term))
            order by closed_at, id
            limit greatest(0, least(p_most, 1000))
            for update skip locked);

        -- Asked again once they are ours: somebody may have opened one again in between.
        doomed := array(select id from unnest(doomed) as id where id in (select spam_requests_due(term)));
        drafts := array(
            select draft_id from orientation_requests where id = any(doomed) and draft_id is not null
            union
            select id from request_drafts where request_id = any(doomed));
        delete from outbox_messages where subject_id = any(doomed) or subject_id = any(drafts) or subject_id in (select id from referrals where request_id = any(doomed));
        delete from access_links where subject_id = any(doomed) or subject_id = any(drafts);
        delete from request_drafts where id = any(drafts);

        -- One that was tied to spam stays ended as it was, tied to nothing.
        update orientation_requests set duplicate_of_id = null where duplicate_of_id = any(doomed);
        delete from orientation_requests where id = any(doomed);
        return cardinality(doomed);
    end
    $$;

create or replace function security_events_due(p_at timestamptz) returns setof uuid
    language sql stable
    set search_path = public, pg_temp
    set timezone = 'UTC'
    as $$ select id from audit_events where area = 'Security' and at <= p_at - make_interval(months => retention_term('SecurityLogMonths')) $$;

create or replace function delete_security_events(p_now timestamptz, p_most int) returns int
    language plpgsql volatile security definer
    set search_path = public, pg_temp
    as $$
    declare
        done int;
    begin
        delete from audit_events where id in (
            select id from audit_events
            where id in (select security_events_due(least(p_now, portal_now())))
            order by at, id
            limit greatest(0, least(p_most, 1000))
            for update skip locked);
        get diagnostics done = row_count;
        return done;
    end
    $$;

-- Lines of the business audit that name more than a kind, an instant and an account: those about a request go with it, at its term or
-- before, when it was erased; the others after the same term.
create or replace function audit_events_due(p_at timestamptz) returns setof uuid
    language sql stable
    set search_path = public, pg_temp
    set timezone = 'UTC'
    as $$
    select id from audit_events as line
    where area = 'Business' and num_nonnulls(client, route, target_kind, target, request_id) > 0
        and case when request_id is null
            then at <= p_at - make_interval(months => retention_term('ClosedRequestMonths'))
            else not exists (
                select from orientation_requests as request
                where request.id = line.request_id
                    and not exists (select from erasures where erasures.subject_id = request.id)
                    and not (request.status = 'Closed' and request_rests_since(request.id) <= p_at - make_interval(months => retention_term('ClosedRequestMonths')))
                    and request.id not in (select spam_requests_due(p_at)))
        end
    $$;

create or replace function pseudonymise_audit(p_now timestamptz, p_most int) returns int
    language plpgsql volatile security definer
    set search_path = public, pg_temp
    as $$
    declare
        done int;
    begin
        update audit_events set client = null, route = null, target_kind = null, target = null, request_id = null
        where id in (
            select id from audit_events
            where id in (select audit_events_due(least(p_now, portal_now())))
            order by at, id
            limit greatest(0, least(p_most, 1000))
            for update skip locked);
        get diagnostics done = row_count;
        return done;
    end
    $$;
