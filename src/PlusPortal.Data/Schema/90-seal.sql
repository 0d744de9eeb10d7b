-- What is written is never changed: whoever is not the owner of such a table, whatever its name, may read it and add to it.
-- Default privileges and a dump that is restored into a new database give more; this takes it back, each time.
do $$
declare
    kept record;
    holder text;
    work text;
begin
    for kept in
        select table_class.oid, table_class.relowner, rule.taken
        from (values
            ('timeline_events', 'update, delete, truncate, trigger'),
            ('audit_events', 'update, delete, truncate, trigger'),
            ('erasures', 'update, delete, truncate, trigger'),
            ('transmissions', 'update, delete, truncate, trigger'),
            -- The terms of the retention: the portal reads them, migrate writes them.
            ('retention_terms', 'insert, update, delete, truncate, trigger'),
            -- The cascade of its foreign keys would delete the timeline, with the rights of the owner.
            ('orientation_requests', 'delete, truncate, trigger')) as rule (name, taken)
        join pg_class as table_class on table_class.oid = to_regclass(rule.name)
    loop
        for holder in
            select distinct case when granted.grantee = 0 then 'public' else granted.grantee::regrole::text end
            from (
                select (aclexplode(relacl)).grantee from pg_class where oid = kept.oid
                union
                select (aclexplode(attacl)).grantee from pg_attribute where attrelid = kept.oid) as granted
            where granted.grantee <> kept.relowner
        loop
            execute format('revoke %s on table %s from %s cascade', kept.taken, kept.oid::regclass, holder);
        end loop;
    end loop;

    -- Functions that act with the rights of the owner are for whoever may write the timeline, the portal, and for nobody else.
    for work in
        select oid::regprocedure::text from pg_proc
        where pronamespace = 'public'::regnamespace and prosecdef and pg_has_role(current_user, proowner, 'usage')
    loop
        execute format('revoke all on function %s from public', work);
        for holder in
            select distinct case when granted.grantee = 0 then 'public' else granted.grantee::regrole::text end
            from (select relowner, (aclexplode(relacl)).* from pg_class where oid = to_regclass('timeline_events')) as granted
            where granted.privilege_type = 'INSERT' and granted.grantee <> granted.relowner
        loop
            execute format('grant execute on function %s to %s', work, holder);
        end loop;
    end loop;
end
$$;
