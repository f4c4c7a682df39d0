-- Who did what, for whom, to what. Rows are only ever added.
create table audit_entry (
    id           bigint generated always as identity primary key,
    recorded_at  timestamptz not null,
    person       text        not null,
    office       text        not null,
    on_behalf_of text,
    action       text        not null check (action ~ '^[a-zA-Z.]+$'),
    object       text        not null check (object <> ''),
    case_id      bigint,
    details      text        not null
);
create index audit_entry_object on audit_entry (object, id);
create index audit_entry_action on audit_entry (action text_pattern_ops, id);
create index audit_entry_case on audit_entry (case_id, id) where case_id is not null;

create function audit_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'the record only grows' using errcode = 'check_violation';
end $$;
create trigger audit_only_grows before update or delete on audit_entry for each row execute function audit_only_grows();
create trigger audit_is_not_emptied before truncate on audit_entry for each statement execute function audit_only_grows();
