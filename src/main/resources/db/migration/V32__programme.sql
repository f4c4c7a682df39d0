-- The annual programme: the task as issued, its projects and their communities; applications of streets with their review.
create table annual_task (
    id              bigint generated always as identity primary key,
    county          text        not null,
    year            integer     not null check (year between 2000 and 2100),
    policy_code     text        not null,
    document_no     text        not null,
    projects        integer     not null check (projects > 0),
    communities     integer     not null check (communities > 0),
    households      integer     not null check (households > 0),
    buildings       integer     not null check (buildings > 0),
    area_hundredths bigint      not null check (area_hundredths > 0),
    investment_fen  bigint      not null check (investment_fen > 0),
    sheet           bytea       not null, -- the file as it was uploaded: the evidence
    sheet_sha256    text        not null,
    person          text        not null,
    office          text        not null,
    happened_on     date        not null,
    recorded_at     timestamptz not null,
    unique (county, year, policy_code, document_no)
);

create sequence application_number_seq;

-- A street's application. What was entered stands in application_entry, once for each submission.
create table project_application (
    id                bigint generated always as identity primary key,
    number            text        not null unique,
    county            text        not null,
    street            text        not null,
    year              integer     not null check (year between 2000 and 2100),
    policy_version_id bigint      not null,
    policy_code       text        not null,
    outcome           text check (outcome in ('IMPLEMENT', 'PLAN', 'RESERVE', 'REJECT')),
    outcome_on        date,
    case_id           bigint unique,
    person            text        not null,
    office            text        not null,
    happened_on       date        not null,
    recorded_at       timestamptz not null,
    check ((outcome is null) = (outcome_on is null)),
    check (case_id is null or outcome = 'IMPLEMENT')
);
create index project_application_county on project_application (county, year, id);

create table application_entry (
    id                     bigint generated always as identity primary key,
    application_id         bigint      not null references project_application,
    project_name           text        not null,
    households             integer     not null check (households > 0),
    buildings              integer     not null check (buildings > 0),
    area_hundredths        bigint      not null check (area_hundredths > 0),
    investment_fen         bigint      not null check (investment_fen > 0),
    surveyed               integer     not null check (surveyed > 0 and surveyed <= households),
    supporting             integer     not null check (supporting between 0 and surveyed),
    demolition_years       integer     check (demolition_years >= 0),
    last_renovated_year    integer     check (last_renovated_year between 1900 and 2100),
    fit_for_total_rebuild  boolean     not null,
    comment                text,
    person                 text        not null,
    office                 text        not null,
    happened_on            date        not null,
    recorded_at            timestamptz not null
);
create index application_entry_application on application_entry (application_id, id);

create table application_community (
    entry_id        bigint  not null references application_entry,
    line            integer not null,
    name            text    not null,
    build_year      integer not null check (build_year between 1900 and 2100),
    households      integer not null check (households > 0),
    buildings       integer not null check (buildings > 0),
    area_hundredths bigint  not null check (area_hundredths > 0),
    primary key (entry_id, line),
    unique (entry_id, name)
);

create table application_fund_source (
    entry_id   bigint  not null references application_entry,
    line       integer not null,
    source     text    not null,
    amount_fen bigint  not null check (amount_fen > 0),
    primary key (entry_id, line)
);

create table application_problem (
    entry_id bigint not null references application_entry,
    category text   not null,
    primary key (entry_id, category)
);

create table library_review (
    id              bigint generated always as identity primary key,
    application_id  bigint      not null references project_application,
    entry_id        bigint      not null references application_entry,
    decision        text        not null check (decision in ('ADMIT', 'SUPPLEMENT', 'REJECT')),
    tier            text        check (tier in ('IMPLEMENT', 'PLAN', 'RESERVE')),
    proposed_year   integer     check (proposed_year between 2000 and 2100),
    override_reason text,
    missing         text,
    failed_required integer     not null check (failed_required >= 0),
    failed_priority integer     not null check (failed_priority >= 0),
    comment         text,
    person          text        not null,
    office          text        not null,
    happened_on     date        not null,
    recorded_at     timestamptz not null,
    check ((decision = 'ADMIT') = (tier is not null)),
    check ((decision = 'SUPPLEMENT') = (missing is not null)),
    check (decision <> 'ADMIT' or failed_required = 0 or override_reason is not null)
);
-- The applicant is asked to complete once (补正一次).
create unique index library_review_supplement_once on library_review (application_id) where decision = 'SUPPLEMENT';

create table library_review_plan (
    review_id bigint not null references library_review,
    plan      text   not null check (plan in ('SHANTY_TOWN', 'DEMOLITION', 'DANGEROUS_HOUSING')),
    primary key (review_id, plan)
);

create table library_review_criterion (
    review_id bigint  not null references library_review,
    line      integer not null,
    criterion text    not null,
    label     text    not null,
    kind      text    not null check (kind in ('REQUIRED', 'PRIORITY')),
    required  text    not null,
    actual    text    not null,
    met       boolean not null,
    primary key (review_id, line)
);

create table admission_override (
    review_id   bigint      primary key references library_review,
    granted     boolean     not null,
    reason      text        not null,
    person      text        not null,
    office      text        not null,
    happened_on date        not null,
    recorded_at timestamptz not null
);

-- A project of the programme: from the issued list, or from an application admitted to this year's tier.
create table programme_project (
    id             bigint generated always as identity primary key,
    county         text        not null,
    year           integer     not null check (year between 2000 and 2100),
    name           text        not null,
    name_key       text        not null,
    case_id        bigint      not null unique,
    annual_task_id bigint      references annual_task,
    application_id bigint      unique references project_application,
    project_no     text        not null,
    contents       text        not null,
    fund_source    text        not null,
    implementer    text        not null,
    tender_mode    text        not null,
    planned_start  text        not null,
    planned_finish text        not null,
    remark         text        not null,
    recheck        text, -- why figures must be looked at again (待复核)
    communities    integer     not null check (communities > 0),
    households     integer     not null check (households > 0),
    buildings      integer     not null check (buildings > 0),
    area_hundredths bigint     not null check (area_hundredths > 0),
    investment_fen bigint      not null check (investment_fen > 0),
    left_on        date, -- 调出/退库
    left_outcome   text,
    person         text        not null,
    office         text        not null,
    happened_on    date        not null,
    recorded_at    timestamptz not null,
    unique (county, year, name_key),
    check ((annual_task_id is null) <> (application_id is null)),
    check ((left_on is null) = (left_outcome is null))
);

-- A community is in one project of a year, unless that project has left the programme.
create table programme_community (
    project_id bigint  not null references programme_project,
    county     text    not null,
    year       integer not null,
    street     text    not null,
    name_key   text    not null,
    has_left   boolean not null default false
);
create unique index programme_community_once on programme_community (county, year, street, name_key) where not has_left;
create index programme_community_project on programme_community (project_id);
