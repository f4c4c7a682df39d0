-- The renovation case: communities, parties, stage line, findings.
create sequence case_number_seq;

create table renovation_case (
    id                bigint generated always as identity primary key,
    case_no           text    not null unique,
    name              text    not null,
    county            text    not null,
    street            text    not null,
    programme_year    integer not null,
    policy_version_id bigint  not null,
    policy_code       text    not null,
    investment_fen    bigint  not null check (investment_fen >= 0),
    state             text    not null check (state in ('OPEN', 'CLOSED')),
    opened_on         date    not null,
    closed_on         date,
    outcome           text,
    version           integer not null,
    check ((state = 'CLOSED') = (closed_on is not null and outcome is not null))
);
create index renovation_case_county on renovation_case (county, state, id);

create table case_community (
    id                  bigint generated always as identity primary key,
    case_id             bigint  not null references renovation_case,
    name                text    not null,
    residents_committee text,
    build_year          integer check (build_year between 1900 and 2100),
    households          integer not null check (households > 0),
    buildings           integer not null check (buildings > 0),
    area_hundredths     bigint  not null check (area_hundredths > 0),
    unique (case_id, name)
);

-- Which office holds a role for this case (employer, designer, contractor ...). The latest row of a role counts.
create table case_party (
    id          bigint generated always as identity primary key,
    case_id     bigint not null references renovation_case,
    role        text   not null,
    office      text   not null,
    assigned_by text   not null,
    assigned_at timestamptz not null
);
create index case_party_case on case_party (case_id, role, id);

create table case_stage (
    case_id    bigint not null references renovation_case,
    stage      text   not null,
    planned_on date   not null,
    reached_on date,
    left_on    date,
    primary key (case_id, stage)
);

create table case_finding (
    id          bigint generated always as identity primary key,
    case_id     bigint not null references renovation_case,
    rule_id     text   not null,
    severity    text   not null check (severity in ('INFO', 'WARN', 'BLOCK')),
    message     text   not null,
    legal_basis text   not null,
    raised_on   date   not null,
    raised_at   timestamptz not null,
    answer      text,
    answered_by text,
    answered_at timestamptz,
    unique (case_id, rule_id, message),
    check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
