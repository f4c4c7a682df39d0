-- A community leaves a case while the others go on (剥离小区): asked for by one person, decided by another.
create table community_departure (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references renovation_case,
    community_id bigint not null references case_community,
    reason       text   not null check (reason <> ''),
    asked_by     text   not null,
    asked_office text   not null,
    asked_at     timestamptz not null,
    approved     boolean,
    decided_by   text,
    decided_office text,
    decided_on   date,
    decided_at   timestamptz,
    answer       text,
    check ((approved is null) = (decided_by is null) and (approved is null) = (decided_at is null)),
    check (decided_by <> asked_by)
);
create unique index community_departure_once on community_departure (community_id) where approved is null or approved;
create index community_departure_case on community_departure (case_id, id);
