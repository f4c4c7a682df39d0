-- Acceptance: completion report, final acceptance by attempts, joint acceptance by rounds, comprehensive acceptance. Rows are only ever added.
create function acceptance_rows_only_grow() returns trigger language plpgsql as $$
begin
    raise exception '验收记录只增不改：%', tg_table_name;
end $$;

create table completion_report (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references renovation_case,
    self_check   text   not null check (self_check = 'PASS'),
    actor_person text   not null,
    actor_office text   not null,
    happened_on  date   not null,
    recorded_at  timestamptz not null
);
create table completion_item (
    report_id      bigint  not null references completion_report,
    row_no         integer not null,
    item           text    not null,
    completed      boolean not null,
    omission_basis text,
    primary key (report_id, row_no),
    check (completed or omission_basis is not null)
);

create table final_acceptance (
    id              bigint generated always as identity primary key,
    case_id         bigint  not null references renovation_case,
    attempt         integer not null check (attempt > 0),
    notify_date     date    not null,
    acceptance_date date    not null,
    resident_reps   integer not null check (resident_reps >= 0),
    actor_person    text    not null,
    actor_office    text    not null,
    happened_on     date    not null,
    recorded_at     timestamptz not null,
    unique (case_id, attempt),
    check (notify_date < acceptance_date)
);
create table final_acceptance_party (
    acceptance_id bigint not null references final_acceptance,
    role          text   not null,
    office        text   not null,
    weight        text   not null check (weight in ('MANDATORY', 'ADVISORY')),
    result        text   not null check (result in ('PASS', 'FAIL')),
    signatory     text   not null check (signatory <> ''),
    primary key (acceptance_id, role)
);
-- 建设工程质量管理条例第16条
create table final_acceptance_condition (
    acceptance_id bigint not null references final_acceptance,
    condition     text   not null check (condition in ('WORKS_COMPLETE', 'RECORDS', 'MATERIAL_TESTS', 'QUALITY_REPORTS', 'WARRANTY_LETTER')),
    primary key (acceptance_id, condition)
);
create table final_acceptance_issue (
    acceptance_id bigint  not null references final_acceptance,
    row_no        integer not null,
    content       text    not null,
    due_on        date    not null,
    primary key (acceptance_id, row_no)
);
create table final_acceptance_outcome (
    acceptance_id bigint primary key references final_acceptance,
    case_id       bigint not null,
    outcome       text   not null check (outcome in ('FAILED', 'PASSED_WITH_RECTIFICATION', 'PASSED')),
    recorded_at   timestamptz not null
);
-- A case is accepted once: the warranty has one beginning.
create unique index final_acceptance_passes_once on final_acceptance_outcome (case_id) where outcome <> 'FAILED';

create table joint_round (
    id        bigint generated always as identity primary key,
    case_id   bigint  not null references renovation_case,
    round     integer not null check (round > 0),
    opened_on date    not null,
    unique (case_id, round)
);
create table joint_seat (
    id       bigint generated always as identity primary key,
    round_id bigint not null references joint_round,
    role     text   not null,
    level    text   not null,
    office   text   not null,
    weight   text   not null check (weight in ('MANDATORY', 'ADVISORY')),
    unique (round_id, role)
);
create table joint_opinion (
    seat_id      bigint primary key references joint_seat,
    opinion      text   not null check (opinion in ('PASS', 'RECTIFY', 'FAIL')),
    comment      text,
    actor_person text   not null,
    actor_office text   not null,
    happened_on  date   not null,
    recorded_at  timestamptz not null
);
create table joint_issue (
    seat_id bigint  not null references joint_opinion,
    row_no  integer not null,
    content text    not null,
    due_on  date    not null,
    primary key (seat_id, row_no)
);

create table acceptance_rectification (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references renovation_case,
    cause        text   not null check (cause in ('FINAL', 'JOINT', 'COMPREHENSIVE')),
    measures     text   not null,
    actor_person text   not null,
    actor_office text   not null,
    happened_on  date   not null,
    recorded_at  timestamptz not null
);

create table comprehensive_acceptance (
    id               bigint generated always as identity primary key,
    case_id          bigint  not null references renovation_case,
    decision         text    not null check (decision in ('PASS', 'RECTIFY', 'FAIL')),
    plan_match       boolean not null,
    satisfaction_bp  integer not null check (satisfaction_bp between 0 and 10000),
    improvement_plan text,
    file_date        date,
    comment          text,
    actor_person     text    not null,
    actor_office     text    not null,
    happened_on      date    not null,
    recorded_at      timestamptz not null,
    check (decision <> 'PASS' or file_date is not null)
);
create unique index comprehensive_acceptance_passes_once on comprehensive_acceptance (case_id) where decision = 'PASS';

create trigger completion_report_grows before update or delete on completion_report for each row execute function acceptance_rows_only_grow();
create trigger final_acceptance_grows before update or delete on final_acceptance for each row execute function acceptance_rows_only_grow();
create trigger final_acceptance_party_grows before update or delete on final_acceptance_party for each row execute function acceptance_rows_only_grow();
create trigger final_acceptance_outcome_grows before update or delete on final_acceptance_outcome for each row execute function acceptance_rows_only_grow();
create trigger joint_opinion_grows before update or delete on joint_opinion for each row execute function acceptance_rows_only_grow();
create trigger acceptance_rectification_grows before update or delete on acceptance_rectification for each row execute function acceptance_rows_only_grow();
create trigger comprehensive_acceptance_grows before update or delete on comprehensive_acceptance for each row execute function acceptance_rows_only_grow();
