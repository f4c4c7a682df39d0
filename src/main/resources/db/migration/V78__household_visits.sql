-- 《居民需求调查表》: what each household said, or that nobody was met. Rows are only ever added; of a household the last answer counts.
create table household_visit (
    id            bigint generated always as identity primary key,
    case_id       bigint  not null references renovation_case,
    community_id  bigint  not null references case_community,
    unit_id       bigint  not null references housing_unit,
    visited_on    date    not null,
    channel       text    not null check (channel in ('VISIT', 'PAPER', 'PAGE', 'WALK_IN')),
    attitude      text    not null check (attitude in ('SUPPORT', 'OPPOSE', 'INDIFFERENT', 'NOT_REACHED')),
    respondent    text,
    tenant        boolean not null,
    will_pay      boolean,
    elevator_wish boolean,
    charging_wish boolean,
    remark        text,
    person        text    not null,
    office        text    not null,
    recorded_at   timestamptz not null,
    check (attitude <> 'NOT_REACHED' or channel = 'VISIT')
);
create index household_visit_unit on household_visit (community_id, unit_id, id);
create index household_visit_case on household_visit (case_id, id);
-- Whoever nobody met is called on once a day at most.
create unique index household_visit_attempt on household_visit (community_id, unit_id, visited_on) where attitude = 'NOT_REACHED';

create table visit_need (
    visit_id bigint not null references household_visit,
    need     text   not null,
    primary key (visit_id, need)
);

-- 网格员: who calls on the households of a building; the last row counts.
create table building_surveyor (
    id           bigint generated always as identity primary key,
    community_id bigint not null references case_community,
    building_id  bigint not null references community_building,
    name         text   not null check (name <> ''),
    person       text   not null,
    office       text   not null,
    recorded_at  timestamptz not null
);
create index building_surveyor_building on building_surveyor (community_id, building_id, id);

-- 违法建设与占用清单, and what the authority for natural resources says about each.
create table illegal_structure (
    id           bigint generated always as identity primary key,
    survey_id    bigint  not null references condition_survey,
    case_id      bigint  not null references renovation_case,
    no           integer not null check (no > 0),
    community_id bigint  not null references case_community,
    kind         text    not null check (kind in ('BUILDING', 'ENCLOSURE', 'PLANTING', 'FIRE_LANE')),
    location     text    not null check (location <> ''),
    area_hundredths bigint not null check (area_hundredths between 1 and 100000000),
    party        text,
    unique (survey_id, no)
);
create index illegal_structure_case on illegal_structure (case_id, id);

create table structure_recognition (
    structure_id  bigint primary key references illegal_structure,
    recognition   text   not null check (recognition in ('ILLEGAL', 'LEGAL', 'PENDING')),
    legal_ground  text,
    recognised_on date   not null,
    person        text   not null,
    office        text   not null,
    recorded_at   timestamptz not null,
    check (recognition <> 'ILLEGAL' or legal_ground is not null)
);
