-- Messages to households, written with the act that they tell of; what became of each is a row of its own. No telephone number lies here.
create table resident_message (
    id           bigint generated always as identity primary key,
    key          uuid   not null unique,
    case_id      bigint not null references renovation_case,
    community_id bigint not null references case_community,
    unit_id      bigint not null references housing_unit,
    subject      text   not null check (subject <> ''),
    body         text   not null check (body <> '' and char_length(body) <= 300),
    recorded_at  timestamptz not null,
    unique (unit_id, subject)
);
create index resident_message_case on resident_message (case_id, id);

create table message_attempt (
    id          bigint generated always as identity primary key,
    message_id  bigint not null references resident_message,
    outcome     text   not null check (outcome in ('SENT', 'FAILED', 'TOLD')),
    detail      text,
    person      text,
    office      text,
    recorded_at timestamptz not null,
    check ((outcome = 'TOLD') = (person is not null) and (person is null) = (office is null))
);
create index message_attempt_message on message_attempt (message_id, id);
-- A household is told once.
create unique index message_known on message_attempt (message_id) where outcome <> 'FAILED';

-- Which household an objection that came over the public page is from, so that it reads the answer at its own page.
alter table notice_objection add column unit_id bigint references housing_unit;
create index notice_objection_unit on notice_objection (unit_id) where unit_id is not null;
