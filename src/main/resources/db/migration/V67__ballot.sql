-- The owners' joint decision: what a plan needs, rounds with their frozen roll, sealed ballots, results. Rows are only ever added, except that a
-- ballot goes from entered to counted or invalid, once.
create table vote_proposal (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references renovation_case,
    community_id bigint not null references case_community,
    plan_version text   not null,
    recorded_at  timestamptz not null
);
create index vote_proposal_community on vote_proposal (community_id, id);

create table vote_proposal_matter (
    proposal_id bigint not null references vote_proposal,
    matter      text   not null,
    item        integer not null check (item between 1 and 9), -- what the decision table answered
    primary key (proposal_id, matter)
);

create table vote_round (
    id            bigint  generated always as identity primary key,
    case_id       bigint  not null references renovation_case,
    community_id  bigint  not null references case_community,
    registered_id bigint  not null references registered_community,
    attempt       integer not null check (attempt > 0),
    organiser     text    not null check (organiser <> ''),
    unreturned    text    not null check (unreturned in ('NOT_PARTICIPATING', 'FOLLOWS_MAJORITY', 'ABSTAIN')),
    comment       text,
    person        text    not null,
    office        text    not null,
    set_up_on     date    not null,
    recorded_at   timestamptz not null,
    unique (community_id, attempt)
);
create index vote_round_case on vote_round (case_id, id);
create index vote_round_registered on vote_round (registered_id, id);

create table vote_item (
    round_id bigint  not null references vote_round,
    no       integer not null check (no > 0),
    item     integer not null check (item between 1 and 9),
    content  text    not null check (content <> ''),
    primary key (round_id, no)
);

create table vote_confirmation (
    round_id    bigint  primary key references vote_round,
    confirmed   boolean not null,
    reason      text,
    person      text    not null,
    office      text    not null,
    happened_on date    not null,
    recorded_at timestamptz not null,
    check (confirmed or reason is not null)
);

-- The notice to all owners opens the round: from here on the roll does not change.
create table vote_notice (
    round_id           bigint primary key references vote_round,
    notice_date        date   not null,
    committee_informed date   not null,
    starts_at          timestamptz not null,
    ends_at            timestamptz not null,
    contact            text   not null check (contact <> ''),
    notice_days        integer not null check (notice_days > 0),
    person             text   not null,
    office             text   not null,
    recorded_at        timestamptz not null,
    check (ends_at > starts_at),
    check ((starts_at at time zone 'Asia/Shanghai')::date >= notice_date + notice_days)
);

create table roll_entry (
    id              bigint  generated always as identity primary key,
    round_id        bigint  not null references vote_notice,
    no              integer not null check (no > 0),
    voter_key       text    not null,
    name            text    not null,
    representative  text    not null,
    area_hundredths bigint  not null check (area_hundredths > 0),
    unique (round_id, voter_key),
    unique (round_id, no),
    unique (id, round_id)
);

create table roll_unit (
    round_id bigint not null,
    unit_id  bigint not null references housing_unit,
    entry_id bigint not null,
    primary key (round_id, unit_id),
    foreign key (entry_id, round_id) references roll_entry (id, round_id)
);
create index roll_unit_entry on roll_unit (entry_id);

-- The key with which the choices of a round are sealed, itself wrapped by the key of the installation.
create table vote_key (
    round_id bigint primary key references vote_notice,
    wrapped  bytea  not null
);

create table ballot (
    id             bigint generated always as identity primary key,
    round_id       bigint not null references vote_notice,
    entry_id       bigint,
    channel        text   not null check (channel in ('WEB', 'PHONE', 'PAPER')),
    state          text   not null check (state in ('ENTERED', 'COUNTED', 'INVALID', 'RETURNED')),
    received_at    timestamptz not null,
    sealed         text,
    receipt_hash   text   unique,
    invalid_reason text check (invalid_reason in ('TWO_BOXES', 'NO_SIGNATURE', 'LATE', 'NOT_ON_ROLL', 'DUPLICATE', 'ALTERED')),
    entered_by     text   not null,
    entered_office text   not null,
    confirmed_by   text,
    confirmed_office text,
    recorded_at    timestamptz not null,
    settled_at     timestamptz,
    foreign key (entry_id, round_id) references roll_entry (id, round_id),
    check (state <> 'COUNTED' or (entry_id is not null and sealed is not null and receipt_hash is not null and invalid_reason is null)),
    check (state <> 'INVALID' or invalid_reason is not null),
    check ((state = 'ENTERED') = (settled_at is null)),
    -- paper is entered by one and confirmed by another
    check (confirmed_by <> entered_by),
    check (channel <> 'PAPER' or state = 'ENTERED' or confirmed_by is not null)
);
-- One valid ballot for each voter, whatever the channel; the first one counts, so paper that waits for its confirmation holds the place.
create unique index ballot_one_for_each on ballot (round_id, entry_id) where state = 'COUNTED' or (state = 'ENTERED' and invalid_reason is null);
create index ballot_round on ballot (round_id, state);

-- Ballots come in while the vote is open, and only then.
create function ballot_in_time() returns trigger language plpgsql as $$
declare
    notice vote_notice := (select n from vote_notice n where n.round_id = new.round_id);
begin
    if new.invalid_reason is distinct from 'LATE' and (new.received_at < notice.starts_at or new.received_at >= notice.ends_at) then
        raise exception 'ballot outside the time of round %', new.round_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger ballot_in_time before insert on ballot for each row execute function ballot_in_time();

-- What has been settled stays as it is.
create function ballot_settled_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'ENTERED' or new.sealed is distinct from old.sealed or new.entry_id is distinct from old.entry_id
       or new.round_id <> old.round_id or new.channel <> old.channel or new.received_at <> old.received_at or new.entered_by <> old.entered_by then
        raise exception 'ballot % is settled', old.id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger ballot_settled_once before update or delete on ballot for each row execute function ballot_settled_once();

create table vote_count (
    id                  bigint  generated always as identity primary key,
    round_id            bigint  not null references vote_notice,
    counted_on          date    not null,
    witnesses           text    not null check (witnesses <> ''),
    preliminary_days    integer not null check (preliminary_days >= 3),
    eligible_persons    integer not null check (eligible_persons > 0),
    eligible_area       bigint  not null check (eligible_area > 0),
    comment             text,
    person              text    not null,
    office              text    not null,
    recorded_at         timestamptz not null
);
create index vote_count_round on vote_count (round_id, id);

create table vote_result (
    count_id             bigint  not null references vote_count,
    no                   integer not null,
    majority             text    not null,
    clause               text    not null,
    participated_persons integer not null check (participated_persons >= 0),
    participated_area    bigint  not null check (participated_area >= 0),
    agreed_persons       integer not null check (agreed_persons >= 0),
    agreed_area          bigint  not null check (agreed_area >= 0),
    against_persons      integer not null check (against_persons >= 0),
    against_area         bigint  not null check (against_area >= 0),
    abstained_persons    integer not null check (abstained_persons >= 0),
    abstained_area       bigint  not null check (abstained_area >= 0),
    quorate              boolean not null,
    approved             boolean not null,
    primary key (count_id, no),
    check (participated_persons = agreed_persons + against_persons + abstained_persons),
    check (participated_area = agreed_area + against_area + abstained_area)
);

create table vote_conclusion (
    round_id     bigint  primary key references vote_notice,
    count_id     bigint  not null references vote_count,
    passed       boolean not null,
    concluded_on date    not null,
    recorded_at  timestamptz not null
);

create table failed_vote_decision (
    round_id    bigint primary key references vote_conclusion,
    decision    text   not null check (decision in ('REVISE', 'REPEAT')),
    reason      text   not null check (reason <> ''),
    person      text   not null,
    office      text   not null,
    happened_on date   not null,
    recorded_at timestamptz not null
);
