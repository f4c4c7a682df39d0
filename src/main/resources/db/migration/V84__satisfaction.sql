-- What households think of the renovation once it is built. Rows are only ever added; the last one of a household counts.
create table satisfaction_answer (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references renovation_case,
    community_id bigint not null references case_community,
    unit_id      bigint not null references housing_unit,
    rating       text   not null check (rating in ('SATISFIED', 'FAIR', 'UNSATISFIED')),
    remark       text   check (remark <> '' and char_length(remark) <= 500),
    answered_on  date   not null,
    person       text   not null,
    office       text   not null,
    recorded_at  timestamptz not null
);
create index satisfaction_answer_household on satisfaction_answer (community_id, unit_id, id);
create index satisfaction_answer_case on satisfaction_answer (case_id);

create view satisfaction_latest as
select distinct on (community_id, unit_id) * from satisfaction_answer order by community_id, unit_id, id desc;
