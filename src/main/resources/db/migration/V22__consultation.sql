-- Consultation of a community: rounds, plan versions, councils, the final plan. Rows are only ever added.
create table consultation_round (
    id           bigint generated always as identity primary key,
    case_id      bigint  not null references renovation_case,
    community_id bigint  not null references case_community,
    round        integer not null check (round > 0),
    opened_on    date    not null,
    recorded_at  timestamptz not null,
    unique (community_id, round)
);

create table renovation_plan (
    id                  bigint generated always as identity primary key,
    case_id             bigint  not null references renovation_case,
    community_id        bigint  not null references case_community,
    round               integer not null check (round > 0),
    revision            integer not null check (revision >= 0),
    estimate_fen        bigint  not null check (estimate_fen > 0),
    resident_share_fen  bigint  not null check (resident_share_fen between 0 and estimate_fen),
    over_ceiling_reason text,
    structure_changed   boolean not null,
    common_part_change  boolean not null,
    follow_up_plan      text    not null check (follow_up_plan <> ''),
    comment             text,
    submitted_on        date    not null,
    person              text    not null,
    office              text    not null,
    recorded_at         timestamptz not null,
    unique (community_id, round, revision)
);
create index renovation_plan_case on renovation_plan (case_id, id);

create table plan_item (
    plan_id        bigint  not null references renovation_plan,
    no             integer not null,
    item_class     text    not null,
    content        text    not null check (content <> ''),
    quantity       numeric(14, 3) not null check (quantity > 0),
    unit           text    not null,
    unit_price_fen bigint  not null check (unit_price_fen >= 0),
    amount_fen     bigint  not null check (amount_fen >= 0),
    primary key (plan_id, no),
    check (amount_fen = round(quantity * unit_price_fen))
);

create table plan_fund (
    plan_id    bigint  not null references renovation_plan,
    no         integer not null,
    source     text    not null,
    amount_fen bigint  not null check (amount_fen > 0),
    primary key (plan_id, no)
);

create table plan_chapter (
    plan_id bigint  not null references renovation_plan,
    no      integer not null,
    title   text    not null,
    primary key (plan_id, no)
);

-- The items and the funds of a plan each add up to its estimate; checked when the transaction commits.
create function plan_adds_up() returns trigger language plpgsql as $$
declare
    plan bigint := (to_jsonb(new) ->> case when tg_table_name = 'renovation_plan' then 'id' else 'plan_id' end)::bigint;
    estimate bigint := (select estimate_fen from renovation_plan where id = plan);
begin
    if estimate is distinct from (select sum(amount_fen) from plan_item where plan_id = plan)
       or estimate is distinct from (select sum(amount_fen) from plan_fund where plan_id = plan) then
        raise exception 'plan % does not add up', plan using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger plan_adds_up after insert or update on renovation_plan
    deferrable initially deferred for each row execute function plan_adds_up();
create constraint trigger plan_items_add_up after insert or update on plan_item
    deferrable initially deferred for each row execute function plan_adds_up();
create constraint trigger plan_funds_add_up after insert or update on plan_fund
    deferrable initially deferred for each row execute function plan_adds_up();

create table residents_council (
    id                    bigint generated always as identity primary key,
    case_id               bigint  not null references renovation_case,
    community_id          bigint  not null references case_community,
    round                 integer not null,
    attempt               integer not null check (attempt > 0),
    met_at                timestamp not null,
    invited               integer not null check (invited > 0),
    attendees             integer not null check (attendees between 0 and invited),
    buildings_represented integer not null check (buildings_represented >= 0),
    written_opinions      integer not null check (written_opinions >= 0),
    decision              text    not null check (decision in ('AGREED', 'REVISE', 'ADJOURNED')),
    comment               text,
    person                text    not null,
    office                text    not null,
    recorded_at           timestamptz not null,
    unique (community_id, round, attempt)
);

create table council_opinion (
    council_id bigint  not null references residents_council,
    no         integer not null,
    opinion    text    not null check (opinion <> ''),
    adoption   text    not null check (adoption in ('ADOPTED', 'PARTLY', 'NOT_ADOPTED')),
    reason     text,
    primary key (council_id, no),
    check (adoption = 'ADOPTED' or reason is not null)
);

create table final_plan (
    plan_id      bigint primary key references renovation_plan,
    case_id      bigint not null references renovation_case,
    community_id bigint not null references case_community,
    finalised_on date   not null,
    checklist    text   not null,
    comment      text,
    person       text   not null,
    office       text   not null,
    recorded_at  timestamptz not null
);
create index final_plan_community on final_plan (community_id, plan_id);
