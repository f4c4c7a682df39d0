-- A ballot is opened in a dispute or for a court: one person asks with a reason, another agrees, and each reading is recorded.
create table vote_unsealing (
    id              bigint generated always as identity primary key,
    round_id        bigint not null references vote_notice,
    entry_id        bigint not null,
    reason          text   not null check (reason <> ''),
    asked_by        text   not null,
    asked_office    text   not null,
    asked_on        date   not null,
    asked_at        timestamptz not null,
    approved_by     text,
    approved_office text,
    approved_on     date,
    approved_at     timestamptz,
    foreign key (entry_id, round_id) references roll_entry (id, round_id),
    check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (approved_on is null)),
    check (approved_by <> asked_by)
);
create index vote_unsealing_round on vote_unsealing (round_id, id);
