-- Who completed which task, for which office, and for whom if he stood in. Rows are only ever added.
create table task_act (
    id           bigint generated always as identity primary key,
    task_id      text        not null unique,
    step         text        not null,
    name         text        not null,
    instance     text        not null,
    case_id      bigint,
    person       text        not null,
    office       text        not null,
    on_behalf_of text,
    done_at      timestamptz not null
);
create index task_act_instance on task_act (instance, step, id);
create index task_act_case on task_act (case_id, step, id);
create trigger task_act_only_grows before update or delete on task_act for each row execute function audit_only_grows();
create trigger task_act_is_not_emptied before truncate on task_act for each statement execute function audit_only_grows();
