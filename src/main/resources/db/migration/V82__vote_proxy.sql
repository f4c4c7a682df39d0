-- 委托书: who votes for an owner in one vote. The owner's ballot stays one; the last row counts.
create table vote_proxy (
    id          bigint generated always as identity primary key,
    round_id    bigint not null references vote_notice,
    entry_id    bigint not null,
    name        text   not null check (name <> ''),
    person      text   not null,
    office      text   not null,
    happened_on date   not null,
    recorded_at timestamptz not null,
    foreign key (entry_id, round_id) references roll_entry (id, round_id)
);
create index vote_proxy_entry on vote_proxy (entry_id, id);
