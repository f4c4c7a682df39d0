-- Each opinion of a resident is one row; what became of it is another. Rows are only ever added.
create table resident_opinion (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references renovation_case,
    community_id bigint not null references case_community,
    unit_id      bigint references housing_unit,
    source       text   not null check (source in ('VISIT', 'PAGE', 'WALK_IN')),
    plan_id      bigint references renovation_plan,
    content      text   not null check (content <> '' and char_length(content) <= 2000),
    happened_on  date   not null,
    person       text   not null,
    office       text   not null,
    recorded_at  timestamptz not null
);
create index resident_opinion_community on resident_opinion (community_id, id);
create index resident_opinion_unit on resident_opinion (unit_id, id);

create table opinion_fate (
    opinion_id  bigint primary key references resident_opinion,
    fate        text   not null check (fate in ('ADOPTED', 'PARTLY', 'NOT_ADOPTED')),
    reason      text,
    plan_id     bigint references renovation_plan,
    answered_on date   not null,
    person      text   not null,
    office      text   not null,
    recorded_at timestamptz not null,
    check (fate = 'ADOPTED' or reason is not null)
);
