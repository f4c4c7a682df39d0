-- Packages and cases are many-to-many: a package may serve several cases, a case needs several packages.
create table procurement_decision (
    id              bigint generated always as identity primary key,
    case_id         bigint      not null references renovation_case,
    budget_fen      bigint      not null check (budget_fen >= 0 and budget_fen <= investment_fen),
    investment_fen  bigint      not null check (investment_fen > 0),
    state_controlled boolean    not null,
    comment         text,
    happened_on     date        not null,
    person          text        not null,
    office          text        not null,
    recorded_at     timestamptz not null
);
create index procurement_decision_case on procurement_decision (case_id, id);

create table package_counter (
    county text    not null,
    year   integer not null,
    last   integer not null,
    primary key (county, year)
);

create table tender_package (
    id               bigint generated always as identity primary key,
    package_no       text    not null unique,
    county           text    not null,
    name             text    not null,
    type             text    not null check (type in ('WORKS', 'EPC', 'DESIGN', 'SUPERVISION', 'GOODS', 'OTHER')),
    method           text    not null check (method in ('OPEN', 'INVITED', 'NEGOTIATION', 'CONSULTATION', 'SINGLE_SOURCE')),
    exception_ground text,
    founding_case_id bigint  not null references renovation_case,
    started          boolean not null default false,
    person           text    not null,
    office           text    not null,
    happened_on      date    not null,
    recorded_at      timestamptz not null
);
create index tender_package_county on tender_package (county, id);

-- The part of a package that serves one case, and whether law made it a tender when the case came in.
create table package_case (
    package_id   bigint  not null references tender_package,
    case_id      bigint  not null references renovation_case,
    decision_id  bigint  not null references procurement_decision,
    estimate_fen bigint  not null check (estimate_fen > 0),
    works_fen    bigint  not null check (works_fen >= 0),
    goods_fen    bigint  not null check (goods_fen >= 0),
    services_fen bigint  not null check (services_fen >= 0),
    must_tender  boolean not null,
    must_basis   text    not null,
    primary key (package_id, case_id)
);
create index package_case_case on package_case (case_id);

create table tender_round (
    id                bigint generated always as identity primary key,
    package_id        bigint      not null references tender_package,
    round_no          integer     not null check (round_no > 0),
    sale_start        timestamp   not null,
    sale_end          timestamp   not null check (sale_end > sale_start),
    bid_deadline      timestamp   not null check (bid_deadline >= sale_end),
    ceiling_fen       bigint      not null check (ceiling_fen > 0),
    bid_bond_fen      bigint      check (bid_bond_fen >= 0),
    bond_share        text,
    consortium        boolean     not null,
    evaluation_method text        not null check (evaluation_method in ('COMPREHENSIVE', 'LOWEST_REASONABLE')),
    comment           text,
    happened_on       date        not null,
    person            text        not null,
    office            text        not null,
    recorded_at       timestamptz not null,
    unique (package_id, round_no)
);

create table tender_opening (
    round_id    bigint primary key references tender_round,
    open_time   timestamp   not null,
    sufficient  boolean     not null,
    comment     text,
    happened_on date        not null,
    person      text        not null,
    office      text        not null,
    recorded_at timestamptz not null
);

create table tender_bid (
    round_id  bigint  not null references tender_opening,
    line      integer not null,
    bidder    text    not null,
    price_fen bigint  not null check (price_fen > 0),
    sealed    boolean not null,
    primary key (round_id, line),
    unique (round_id, bidder)
);

create table tender_objection (
    round_id bigint  not null references tender_opening,
    line     integer not null,
    objector text    not null,
    content  text    not null,
    answer   text    not null,
    primary key (round_id, line)
);

create table tender_evaluation (
    round_id    bigint primary key references tender_opening,
    decision    text        not null check (decision in ('PROPOSED', 'ALL_REJECTED')),
    report_date date        not null,
    comment     text,
    happened_on date        not null,
    person      text        not null,
    office      text        not null,
    recorded_at timestamptz not null
);

create table tender_committee (
    round_id bigint  not null references tender_evaluation,
    line     integer not null,
    member   text    not null,
    kind     text    not null check (kind in ('EXPERT', 'EMPLOYER')),
    primary key (round_id, line),
    unique (round_id, member)
);

create table tender_rejection (
    round_id bigint  not null references tender_evaluation,
    line     integer not null,
    bidder   text    not null,
    reason   text    not null,
    primary key (round_id, line)
);

create table tender_candidate (
    round_id  bigint  not null references tender_evaluation,
    rank      integer not null check (rank between 1 and 3),
    bidder    text    not null,
    price_fen bigint  not null check (price_fen > 0),
    score     text    not null,
    primary key (round_id, rank),
    unique (round_id, bidder)
);

create table tender_award (
    id           bigint generated always as identity primary key,
    round_id     bigint      not null,
    rank         integer     not null,
    price_fen    bigint      not null check (price_fen > 0),
    notice_start date        not null,
    notice_end   date        not null check (notice_end > notice_start),
    award_date   date        not null check (award_date > notice_end),
    late_reason  text,
    comment      text,
    happened_on  date        not null,
    person       text        not null,
    office       text        not null,
    recorded_at  timestamptz not null,
    foreign key (round_id, rank) references tender_candidate,
    unique (round_id, rank)
);

-- A candidate that gave up, was passed over, or refused to sign.
create table tender_candidate_out (
    round_id    bigint      not null,
    rank        integer     not null,
    reason      text        not null,
    person      text        not null,
    office      text        not null,
    happened_on date        not null,
    recorded_at timestamptz not null,
    primary key (round_id, rank),
    foreign key (round_id, rank) references tender_candidate
);

create table tender_failure (
    round_id    bigint primary key references tender_round,
    reason      text        not null,
    happened_on date        not null,
    recorded_at timestamptz not null
);

create table contract (
    id                bigint generated always as identity primary key,
    package_id        bigint      not null unique references tender_package,
    award_id          bigint      not null unique references tender_award,
    contract_no       text        not null unique,
    contractor_office text        not null references office,
    price_fen         bigint      not null check (price_fen > 0),
    duration_days     integer     not null check (duration_days >= 1),
    labour_share      text        not null,
    advance_share     text        not null,
    progress_share    text        not null,
    retention_share   text        not null,
    retention_months  integer     not null check (retention_months between 0 and 24),
    bond_type         text        not null check (bond_type in ('CASH', 'GUARANTEE', 'NONE')),
    comment           text,
    happened_on       date        not null,
    person            text        not null,
    office            text        not null,
    recorded_at       timestamptz not null,
    check (bond_type <> 'CASH' or retention_share = '0/1')
);

create table contract_warranty (
    contract_id bigint  not null references contract,
    line        integer not null,
    item        text    not null,
    months      integer not null check (months > 0),
    primary key (contract_id, line)
);

create table contract_case (
    contract_id bigint not null references contract,
    case_id     bigint not null references renovation_case,
    amount_fen  bigint not null check (amount_fen >= 0),
    primary key (contract_id, case_id)
);
create index contract_case_case on contract_case (case_id);

-- What the cases bear adds up to the price, to the fen.
create function contract_parts_add_up() returns trigger language plpgsql as $$
begin
    if (select coalesce(sum(amount_fen), 0) from contract_case where contract_id = new.id) <> new.price_fen then
        raise exception 'the parts of contract % do not add up to its price', new.contract_no;
    end if;
    return null;
end $$;
create constraint trigger contract_adds_up after insert or update on contract
    deferrable initially deferred for each row execute function contract_parts_add_up();
