-- Warranty: its beginning, defects with their repair, release of the retention money. Rows are only ever added.
create function warranty_rows_only_grow() returns trigger language plpgsql as $$
begin
    raise exception '质保记录只增不改：%', tg_table_name;
end $$;

create table warranty (
    case_id       bigint  primary key references renovation_case,
    accepted_on   date    not null,
    months        integer not null check (months between 0 and 24),
    retention_end date    not null check (retention_end >= accepted_on),
    provisional   boolean not null,
    opened_at     timestamptz not null
);

create table defect (
    id           bigint generated always as identity primary key,
    case_id      bigint  not null references warranty,
    description  text    not null check (description <> ''),
    location     text    not null check (location <> ''),
    urgent       boolean not null,
    actor_person text    not null,
    actor_office text    not null,
    happened_on  date    not null,
    recorded_at  timestamptz not null
);
create index defect_case on defect (case_id, id);

create table defect_dispatch (
    id              bigint generated always as identity primary key,
    defect_id       bigint  not null references defect,
    decision        text    not null check (decision in ('DISPATCH', 'NOT_WARRANTY')),
    defect_type     text    not null,
    urgent          boolean not null,
    warranty_until  date    not null,
    within_warranty boolean not null,
    comment         text,
    actor_person    text    not null,
    actor_office    text    not null,
    happened_on     date    not null,
    recorded_at     timestamptz not null,
    check ((decision = 'DISPATCH') = within_warranty or comment is not null)
);
create table repair_reminder (
    defect_id   bigint  not null references defect,
    no          integer not null check (no > 0),
    reminded_on date    not null,
    recorded_at timestamptz not null,
    primary key (defect_id, no)
);
create table defect_repair (
    id           bigint generated always as identity primary key,
    defect_id    bigint not null references defect,
    measures     text   not null,
    actor_person text   not null,
    actor_office text   not null,
    happened_on  date   not null,
    recorded_at  timestamptz not null
);
create table repair_check (
    id           bigint generated always as identity primary key,
    defect_id    bigint not null references defect,
    result       text   not null check (result in ('PASS', 'REDO', 'THIRD_PARTY')),
    cost_fen     bigint check (cost_fen > 0),
    payee        text,
    deduct_from  text   check (deduct_from in ('RETENTION', 'CLAIM')),
    comment      text,
    actor_person text   not null,
    actor_office text   not null,
    happened_on  date   not null,
    recorded_at  timestamptz not null,
    check ((result = 'THIRD_PARTY') = (cost_fen is not null and payee is not null and deduct_from is not null)),
    check (result <> 'REDO' or comment is not null)
);
-- A defect without a row here is open.
create table defect_closure (
    defect_id bigint primary key references defect,
    how       text   not null check (how in ('REPAIRED', 'THIRD_PARTY', 'NOT_WARRANTY')),
    closed_on date   not null,
    closed_at timestamptz not null
);

create table retention_decision (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references warranty,
    seat         text   not null check (seat in ('EMPLOYER', 'TREASURY')),
    decision     text   not null check (decision in ('AGREE', 'REFUSE')),
    apply_date   date   not null,
    comment      text,
    actor_person text   not null,
    actor_office text   not null,
    happened_on  date   not null,
    recorded_at  timestamptz not null,
    check (decision <> 'REFUSE' or comment is not null)
);
create table released_retention (
    case_id     bigint primary key references warranty,
    released_on date   not null
);

-- Retention money stays while a defect is open or its period runs (book 1.14 K6).
create function retention_release_needs_no_open_defect() returns trigger language plpgsql as $$
begin
    if exists (select 1 from defect d left join defect_closure c on c.defect_id = d.id
               where d.case_id = new.case_id and c.defect_id is null) then
        raise exception '尚有缺陷未销号，不得释放质保金';
    end if;
    if new.released_on < (select retention_end from warranty where case_id = new.case_id) then
        raise exception '质保金期限未满，不得释放';
    end if;
    return new;
end $$;
create trigger retention_release_needs_no_open_defect before insert on released_retention
    for each row execute function retention_release_needs_no_open_defect();

create trigger defect_grows before update or delete on defect for each row execute function warranty_rows_only_grow();
create trigger defect_dispatch_grows before update or delete on defect_dispatch for each row execute function warranty_rows_only_grow();
create trigger defect_repair_grows before update or delete on defect_repair for each row execute function warranty_rows_only_grow();
create trigger repair_check_grows before update or delete on repair_check for each row execute function warranty_rows_only_grow();
create trigger defect_closure_grows before update or delete on defect_closure for each row execute function warranty_rows_only_grow();
create trigger retention_decision_grows before update or delete on retention_decision for each row execute function warranty_rows_only_grow();
create trigger released_retention_grows before update or delete on released_retention for each row execute function warranty_rows_only_grow();
