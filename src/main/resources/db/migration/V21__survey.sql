-- Household visits by building, condition of the communities, needs of the residents. Rows are only ever added.
create table household_survey (
    id          bigint generated always as identity primary key,
    case_id     bigint not null references renovation_case,
    surveyed_on date   not null,
    comment     text,
    person      text   not null,
    office      text   not null,
    recorded_at timestamptz not null
);
create index household_survey_case on household_survey (case_id, id);

create table surveyed_building (
    survey_id    bigint  not null references household_survey,
    community_id bigint  not null references case_community,
    building     text    not null check (building <> ''),
    households   integer not null check (households > 0),
    surveyed     integer not null check (surveyed >= 0),
    supporting   integer not null check (supporting between 0 and surveyed),
    not_reached  integer not null check (not_reached >= 0),
    primary key (survey_id, community_id, building),
    check (surveyed + not_reached = households)
);

create table condition_survey (
    id          bigint generated always as identity primary key,
    case_id     bigint not null references renovation_case,
    surveyed_on date   not null,
    comment     text,
    person      text   not null,
    office      text   not null,
    recorded_at timestamptz not null
);
create index condition_survey_case on condition_survey (case_id, id);

create table community_condition (
    survey_id          bigint  not null references condition_survey,
    community_id       bigint  not null references case_community,
    structure_level    text    not null check (structure_level in ('A', 'B', 'C', 'D', 'UNRATED')),
    build_year         integer not null check (build_year between 1900 and 2100),
    fire_lane_width    numeric(5, 1) check (fire_lane_width >= 0),
    illegal_structures integer not null check (illegal_structures >= 0),
    pipe_length_km     numeric(10, 2) check (pipe_length_km >= 0),
    primary key (survey_id, community_id)
);

create table condition_problem (
    survey_id    bigint  not null references condition_survey,
    no           integer not null,
    community_id bigint  not null references case_community,
    category     text    not null,
    description  text    not null check (description <> ''),
    urgency      text    not null check (urgency in ('URGENT', 'SOON', 'NORMAL')),
    primary key (survey_id, no)
);

create table need_summary (
    id          bigint generated always as identity primary key,
    case_id     bigint  not null references renovation_case,
    households  integer not null check (households > 0),
    surveyed    integer not null check (surveyed between 0 and households),
    supporting  integer not null check (supporting between 0 and surveyed),
    summed_on   date    not null,
    comment     text,
    person      text    not null,
    office      text    not null,
    recorded_at timestamptz not null
);
create index need_summary_case on need_summary (case_id, id);

create table priority_item (
    summary_id bigint  not null references need_summary,
    rank       integer not null check (rank > 0),
    content    text    not null check (content <> ''),
    primary key (summary_id, rank)
);
