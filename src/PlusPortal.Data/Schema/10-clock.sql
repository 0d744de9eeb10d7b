-- The database's own word for now. A function of the owner that takes an instant from the portal uses
-- least(p_now, portal_now()): a portal whose clock runs ahead, or which lies, gets nothing done before its time.
-- Tests replace it by one far in the future, so that their clock decides.
create or replace function portal_now() returns timestamptz
    language sql stable
    set search_path = public, pg_temp
    as $$ select now() $$;
