-- The service works as the role sohoa_service, which owns nothing: rows that carry a unit show themselves to it only in
-- the scope that the transaction was given (vn.sohoa.common.Scope). No scope, no rows.

do $$
begin
    execute format('grant usage on schema %I to sohoa_service', current_schema());
    execute format('grant select, insert, update, delete on all tables in schema %I to sohoa_service', current_schema());
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to sohoa_service',
                   current_schema());
    execute format('alter default privileges in schema %I grant usage, select on sequences to sohoa_service',
                   current_schema());
end
$$;

-- To be called for every table with a unit_id, in the migration that makes it.
create procedure scope_by_unit(scoped regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', scoped);
    execute format($policy$
        create policy unit_scope on %s to sohoa_service
        using ((select current_setting('sohoa.machine', true)) = 'on'
               or unit_id = any ((select string_to_array(current_setting('sohoa.units', true), ',')::uuid[])::uuid[]))
        $policy$, scoped);
end
$$;

call scope_by_unit('counter');
call scope_by_unit('audit_entry');
call scope_by_unit('arrival');
call scope_by_unit('scan');
call scope_by_unit('page');
call scope_by_unit('document');
call scope_by_unit('history');
