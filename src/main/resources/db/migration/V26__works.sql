-- Construction: start formalities, start order, progress. Rows are only ever added.
create function works_rows_only_grow() returns trigger language plpgsql as $$
begin
    raise exception '施工记录只增不改：%', tg_table_name;
end $$;

create table supervision_registration (
    id           bigint generated always as identity primary key,
    case_id      bigint not null unique references renovation_case,
    reg_no       text   not null,
    actor_person text   not null,
    actor_office text   not null,
    happened_on  date   not null,
    recorded_at  timestamptz not null
);
create table supervised_person (
    registration_id  bigint not null references supervision_registration,
    party            text   not null,
    person_name      text   not null,
    qualification_no text   not null,
    primary key (registration_id, party, person_name)
);

create table start_permit (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references renovation_case,
    outcome      text   not null check (outcome in ('GRANTED', 'EXEMPT', 'REFUSED')),
    permit_no    text,
    issue_date   date,
    start_by     date,
    exempt_basis text,
    reason       text,
    actor_person text   not null,
    actor_office text   not null,
    happened_on  date   not null,
    recorded_at  timestamptz not null,
    check (outcome <> 'GRANTED' or (permit_no is not null and issue_date is not null and start_by is not null)),
    check (outcome <> 'EXEMPT' or exempt_basis is not null),
    check (outcome <> 'REFUSED' or reason is not null)
);
-- Only refusals may precede the permit or its exemption.
create unique index start_permit_once on start_permit (case_id) where outcome <> 'REFUSED';

create table wage_account (
    id                bigint generated always as identity primary key,
    case_id           bigint  not null unique references renovation_case,
    account_name      text    not null check (account_name like '%农民工工资专用账户'),
    account_no        text    not null,
    deposit_bp        integer check (deposit_bp between 100 and 300),
    deposit_exemption text,
    actor_person      text    not null,
    actor_office      text    not null,
    happened_on       date    not null,
    recorded_at       timestamptz not null,
    check ((deposit_bp is null) <> (deposit_exemption is null))
);

create table start_order (
    id           bigint generated always as identity primary key,
    case_id      bigint not null unique references renovation_case,
    start_date   date   not null,
    planned_end  date   not null,
    actor_person text   not null,
    actor_office text   not null,
    happened_on  date   not null,
    recorded_at  timestamptz not null,
    check (planned_end > start_date)
);
create table start_gate (
    order_id bigint not null references start_order,
    gate     text   not null check (gate in ('SUPERVISION', 'PERMIT', 'WAGE_ACCOUNT', 'METHOD_STATEMENT', 'FUNDS')),
    number   text   not null check (number <> ''),
    dated_on date   not null,
    primary key (order_id, gate)
);

-- Percentages in hundredths of a percent, 10000 = 100 %; values cumulative, in fen.
create table progress_report (
    id              bigint generated always as identity primary key,
    case_id         bigint  not null references renovation_case,
    period_from     date    not null,
    period_to       date    not null,
    physical_bp     integer not null check (physical_bp between 0 and 10000),
    value_fen       bigint  not null check (value_fen >= 0),
    workers         integer not null check (workers >= 0),
    correction_note text    check (correction_note <> ''),
    actor_person    text    not null,
    actor_office    text    not null,
    happened_on     date    not null,
    recorded_at     timestamptz not null,
    check (period_to >= period_from)
);
create index progress_report_case on progress_report (case_id, id);
create table progress_item (
    report_id bigint  not null references progress_report,
    row_no    integer not null,
    item      text    not null,
    weight_bp integer not null check (weight_bp between 1 and 10000),
    done_bp   integer not null check (done_bp between 0 and 10000),
    primary key (report_id, row_no),
    unique (report_id, item)
);

create table progress_verdict (
    id                bigint generated always as identity primary key,
    report_id         bigint  not null references progress_report,
    seat              text    not null check (seat in ('SUPERVISOR', 'EMPLOYER')),
    decision          text    not null check (decision in ('CONFIRM', 'RETURN', 'REMEASURE')),
    verified_bp       integer check (verified_bp between 0 and 10000),
    value_fen         bigint  check (value_fen >= 0),
    chief_signed      boolean not null,
    difference_reason text,
    correction_note   text    check (correction_note <> ''),
    comment           text,
    actor_person      text    not null,
    actor_office      text    not null,
    happened_on       date    not null,
    recorded_at       timestamptz not null,
    check (decision <> 'CONFIRM' or (verified_bp is not null and value_fen is not null and chief_signed)),
    check (decision = 'CONFIRM' or comment is not null)
);
create index progress_verdict_report on progress_verdict (report_id, id);

-- What the case page and the payments read: one row for each report that the employer confirmed.
create table confirmed_progress (
    id              bigint generated always as identity primary key,
    case_id         bigint  not null references renovation_case,
    no              integer not null,
    report_id       bigint  not null unique references progress_report,
    verified_bp     integer not null check (verified_bp between 0 and 10000),
    value_fen       bigint  not null check (value_fen >= 0),
    correction_note text    check (correction_note <> ''),
    confirmed_on    date    not null,
    recorded_at     timestamptz not null,
    unique (case_id, no)
);

-- Cumulative progress never decreases without a correction note (book 1.8 H1, 4.7 X14).
create function confirmed_progress_never_decreases() returns trigger language plpgsql as $$
declare
    last confirmed_progress;
begin
    select * into last from confirmed_progress where case_id = new.case_id order by no desc limit 1;
    if coalesce(last.no, 0) + 1 <> new.no then
        raise exception '进度确认序号不连续：%', new.no;
    end if;
    if last.no is not null and new.correction_note is null
            and (new.verified_bp < last.verified_bp or new.value_fen < last.value_fen) then
        raise exception '累计进度不得下降（需更正说明）';
    end if;
    return new;
end $$;
create trigger confirmed_progress_never_decreases before insert on confirmed_progress
    for each row execute function confirmed_progress_never_decreases();

create trigger supervision_registration_grows before update or delete on supervision_registration for each row execute function works_rows_only_grow();
create trigger start_permit_grows before update or delete on start_permit for each row execute function works_rows_only_grow();
create trigger wage_account_grows before update or delete on wage_account for each row execute function works_rows_only_grow();
create trigger start_order_grows before update or delete on start_order for each row execute function works_rows_only_grow();
create trigger progress_report_grows before update or delete on progress_report for each row execute function works_rows_only_grow();
create trigger progress_item_grows before update or delete on progress_item for each row execute function works_rows_only_grow();
create trigger progress_verdict_grows before update or delete on progress_verdict for each row execute function works_rows_only_grow();
create trigger confirmed_progress_grows before update or delete on confirmed_progress for each row execute function works_rows_only_grow();
