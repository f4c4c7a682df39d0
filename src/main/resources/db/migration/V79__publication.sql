-- What residents may read without signing in. One person asks, another releases; nothing else is shown.
create table publication (
    id             bigint generated always as identity primary key,
    case_id        bigint not null references renovation_case,
    kind           text   not null check (kind in ('PROJECT', 'PLAN', 'NOTICE', 'RESULT')),
    subject_id     bigint not null, -- the case, the version of a plan, the notice, the round of a vote
    proposed_by    text   not null,
    proposed_office text  not null,
    proposed_on    date   not null,
    proposed_at    timestamptz not null,
    released_by    text,
    released_office text,
    released_on    date,
    released_at    timestamptz,
    withdrawn_by   text,
    withdrawn_office text,
    withdrawn_on   date,
    withdrawn_at   timestamptz,
    reason         text,
    check ((released_by is null) = (released_at is null) and (released_by is null) = (released_on is null)),
    check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (reason is null)),
    check (released_by <> proposed_by)
);
create unique index publication_current on publication (kind, subject_id) where withdrawn_at is null;
create index publication_case on publication (case_id, kind);
