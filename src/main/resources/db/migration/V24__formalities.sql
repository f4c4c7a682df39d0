-- Initiation, fiscal review, permits and funds of a case. Rows are only added; the latest row of a kind counts.
create table formalities_initiation (
    id               bigint generated always as identity primary key,
    case_id          bigint      not null references renovation_case,
    project_code     text        not null,
    tender_scope     text        not null,
    estimate_fen     bigint      not null check (estimate_fen > 0),
    simplified       boolean     not null,
    simplified_basis text,
    comment          text,
    happened_on      date        not null,
    person           text        not null,
    office           text        not null,
    recorded_at      timestamptz not null,
    check (not simplified or simplified_basis is not null)
);
create index formalities_initiation_case on formalities_initiation (case_id, id);

create table formalities_budget_review (
    id            bigint generated always as identity primary key,
    case_id       bigint      not null references renovation_case,
    initiation_id bigint      not null references formalities_initiation,
    submitted_fen bigint      not null check (submitted_fen > 0),
    reviewed_fen  bigint      check (reviewed_fen > 0),
    ceiling_fen   bigint      check (ceiling_fen > 0 and ceiling_fen <= reviewed_fen),
    decision      text        not null check (decision in ('APPROVED', 'REDUCED', 'RETURNED')),
    exceeds       boolean     not null,
    comment       text,
    happened_on   date        not null,
    person        text        not null,
    office        text        not null,
    recorded_at   timestamptz not null,
    check (decision = 'RETURNED' or (reviewed_fen is not null and ceiling_fen is not null)),
    check (decision <> 'REDUCED' or reviewed_fen < submitted_fen)
);
create index formalities_budget_review_case on formalities_budget_review (case_id, id);

create table formalities_budget_cut (
    review_id  bigint  not null references formalities_budget_review,
    line       integer not null,
    item       text    not null,
    amount_fen bigint  not null check (amount_fen > 0),
    reason     text    not null,
    primary key (review_id, line)
);

create table formalities_permits (
    id                  bigint generated always as identity primary key,
    case_id             bigint      not null references renovation_case,
    structure_changed   boolean     not null,
    extent_changed      boolean     not null,
    planning_permit     text        not null check (planning_permit in ('REQUIRED', 'EXEMPT')),
    planning_basis      text,
    construction_permit text        not null check (construction_permit in ('REQUIRED', 'EXEMPT')),
    construction_basis  text,
    drawing_review      text        not null check (drawing_review in ('REVIEW', 'COMMITMENT', 'NOT_NEEDED')),
    drawing_basis       text,
    fire_category       text        not null check (fire_category in ('SPECIAL', 'OTHER', 'NOT_INVOLVED')),
    fire_basis          text,
    basis               text        not null,
    comment             text,
    happened_on         date        not null,
    person              text        not null,
    office              text        not null,
    recorded_at         timestamptz not null,
    check (planning_permit <> 'EXEMPT' or planning_basis is not null),
    check (construction_permit <> 'EXEMPT' or construction_basis is not null),
    check (drawing_review = 'REVIEW' or drawing_basis is not null),
    check (fire_category <> 'NOT_INVOLVED' or fire_basis is not null),
    check (not structure_changed or drawing_review = 'REVIEW')
);
create index formalities_permits_case on formalities_permits (case_id, id);

create table formalities_funds (
    id            bigint generated always as identity primary key,
    case_id       bigint      not null references renovation_case,
    account_no    text        not null check (account_no ~ '^[0-9]{6,30}$'),
    approved_fen  bigint      not null check (approved_fen > 0),
    secured       boolean     not null check (secured),
    resident_plan text,
    comment       text,
    happened_on   date        not null,
    person        text        not null,
    office        text        not null,
    recorded_at   timestamptz not null
);
create index formalities_funds_case on formalities_funds (case_id, id);

create table formalities_fund_source (
    funds_id     bigint  not null references formalities_funds,
    line         integer not null,
    source       text    not null,
    due_fen      bigint  not null check (due_fen > 0),
    received_fen bigint  not null check (received_fen >= 0 and received_fen <= due_fen),
    received_on  date,
    primary key (funds_id, line),
    check (received_fen = 0 or received_on is not null)
);

-- Money that residents paid in. Only ever added to.
create table residents_payment (
    id          bigint generated always as identity primary key,
    case_id     bigint      not null references renovation_case,
    amount_fen  bigint      not null check (amount_fen > 0),
    happened_on date        not null,
    person      text        not null,
    office      text        not null,
    recorded_at timestamptz not null
);
create index residents_payment_case on residents_payment (case_id);

create function residents_payment_refuses_change() returns trigger language plpgsql as $$
begin
    raise exception '% only gains rows', tg_table_name;
end $$;
create trigger residents_payment_only_grows before update or delete on residents_payment
    for each row execute function residents_payment_refuses_change();
