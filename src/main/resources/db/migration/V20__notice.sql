-- Public notices: asked for, posted, closed with evidence, objections answered. Rows are only ever added.
create table public_notice (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references renovation_case,
    community_id bigint not null references case_community,
    stage        text   not null check (stage in ('FIRST_DRAFT', 'REVISED_DRAFT', 'AFTER_REVIEW')),
    requested_on date   not null,
    recorded_at  timestamptz not null
);
create index public_notice_community on public_notice (community_id, id);
create index public_notice_case on public_notice (case_id, id);

create table notice_posting (
    notice_id   bigint  primary key references public_notice,
    start_date  date    not null,
    days        integer not null check (days > 0),
    day_type    text    not null check (day_type in ('CALENDAR', 'WORKING')),
    counted_end date    not null,
    end_date    date    not null,
    provisional boolean not null,
    contact     text    not null check (contact <> ''),
    person      text    not null,
    office      text    not null,
    recorded_at timestamptz not null,
    unique (notice_id, end_date),
    check (counted_end >= start_date + days),
    check (end_date >= counted_end)
);

-- A notice cannot be closed before its period has ended.
create table notice_closing (
    notice_id   bigint  primary key,
    end_date    date    not null,
    closed_on   date    not null,
    objections  integer not null check (objections >= 0),
    person      text    not null,
    office      text    not null,
    recorded_at timestamptz not null,
    foreign key (notice_id, end_date) references notice_posting (notice_id, end_date),
    check (closed_on >= end_date)
);

create table notice_objection (
    id        bigint generated always as identity primary key,
    notice_id bigint  not null references notice_closing,
    no        integer not null check (no > 0),
    objector  text,
    anonymous boolean not null,
    content   text    not null check (content <> ''),
    unique (notice_id, no),
    check (anonymous or objector is not null)
);

create table notice_reply (
    objection_id   bigint primary key references notice_objection,
    affected_items text,
    decision       text not null check (decision in ('DISMISSED', 'MINOR', 'MAJOR')),
    reply          text not null check (char_length(reply) >= 20),
    replied_on     date not null,
    late_reason    text,
    person         text not null,
    office         text not null,
    recorded_at    timestamptz not null
);
