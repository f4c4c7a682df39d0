-- Money of a case: what is due, who approved it, and the ledger, which only gains rows and refuses by itself what is not due.

-- Where a case stands, as the other rooms reported it. Every posting raises the counter, so postings of one case stand in line.
create table funding_case (
    case_id              bigint primary key references renovation_case,
    progress             text,
    value_done_fen       bigint check (value_done_fen >= 0),
    accepted_on          date,
    retention_released_on date,
    postings             integer not null default 0
);

-- What the case's money is measured by: contracts before the settlement, the settled amount after it.
create table funding_basis (
    id          bigint generated always as identity primary key,
    case_id     bigint      not null references funding_case,
    kind        text        not null check (kind in ('CONTRACT', 'SETTLEMENT')),
    contract_id bigint,
    amount_fen  bigint      not null check (amount_fen > 0),
    happened_on date        not null,
    recorded_at timestamptz not null,
    unique (case_id, contract_id),
    check ((kind = 'CONTRACT') = (contract_id is not null))
);
create unique index funding_basis_one_settlement on funding_basis (case_id) where kind = 'SETTLEMENT';

create table funding_tranche (
    id           bigint generated always as identity primary key,
    case_id      bigint  not null references funding_case,
    code         text    not null,
    name         text    not null,
    position     integer not null,
    trigger_kind text    not null check (trigger_kind in ('PROGRESS', 'ACCEPTANCE', 'SETTLEMENT', 'RETENTION')),
    true_up      boolean not null,
    threshold    text    check (threshold ~ '^\d+/\d+$'),
    source       text    not null check (source in ('GOVERNMENT', 'OWNER_RAISED')),
    payer        text    not null,
    due_fen      bigint  not null check (due_fen >= 0),
    state        text    not null check (state in ('PLANNED', 'STARTED', 'PAID', 'REFUSED', 'NOT_DUE')),
    unique (case_id, code),
    check ((trigger_kind = 'PROGRESS') = (threshold is not null)),
    check (not true_up or trigger_kind = 'SETTLEMENT')
);

create table payment_request (
    id          bigint generated always as identity primary key,
    tranche_id  bigint      not null references funding_tranche,
    applied_fen bigint      not null check (applied_fen > 0),
    labour_fen  bigint      not null check (labour_fen between 0 and applied_fen),
    sme         boolean     not null,
    pay_by      date,
    comment     text,
    happened_on date        not null,
    recorded_at timestamptz not null,
    person      text        not null,
    office      text        not null,
    handled_by  text        not null,
    check (sme = (pay_by is not null))
);
create index payment_request_tranche on payment_request (tranche_id, id);

-- One row for each step, in the order in which they were taken.
create table payment_approval (
    id          bigint generated always as identity primary key,
    request_id  bigint      not null references payment_request,
    step        text        not null check (step in ('SUPERVISOR', 'EMPLOYER', 'HOUSING', 'FINANCE')),
    decision    text        not null check (decision in ('AGREE', 'REDUCE', 'RETURN', 'REFUSE')),
    amount_fen  bigint      check (amount_fen > 0),
    source      text        check (source in ('GOVERNMENT', 'OWNER_RAISED')),
    returned_to text        check (returned_to in ('APPLICANT', 'SUPERVISOR', 'EMPLOYER', 'HOUSING')),
    reason      text        check (reason <> ''),
    paid_on     date,
    happened_on date        not null,
    recorded_at timestamptz not null,
    person      text        not null,
    office      text        not null,
    handled_by  text        not null,
    check ((decision in ('AGREE', 'REDUCE')) = (amount_fen is not null and source is not null)),
    check ((decision = 'RETURN') = (returned_to is not null)),
    check (decision = 'AGREE' or reason is not null),
    check ((step = 'FINANCE' and decision in ('AGREE', 'REDUCE')) = (paid_on is not null))
);
create index payment_approval_request on payment_approval (request_id, id);

create table ledger_posting (
    id           bigint generated always as identity primary key,
    case_id      bigint      not null references funding_case,
    tranche_id   bigint      references funding_tranche,
    kind         text        not null check (kind in ('PAYMENT', 'TRUE_UP', 'DEDUCTION', 'RECOVERY', 'CONTRIBUTION', 'REVERSAL')),
    source       text        not null check (source in ('GOVERNMENT', 'OWNER_RAISED')),
    from_account text        not null,
    to_account   text        not null,
    amount_fen   bigint      not null check (amount_fen > 0),
    cause        text        not null,
    reverses     bigint      unique references ledger_posting,
    -- how often a payment of this tranche was reversed before; set by the trigger
    occasion     integer     not null default 0,
    happened_on  date        not null,
    recorded_at  timestamptz not null,
    person       text        not null,
    handled_by   text        not null,
    check ((kind = 'REVERSAL') = (reverses is not null)),
    check (kind not in ('PAYMENT', 'TRUE_UP', 'DEDUCTION') or tranche_id is not null)
);
create index ledger_posting_case on ledger_posting (case_id, id);
-- A tranche is paid at most once; a payment that was reversed may be made again.
create unique index ledger_posting_paid_once on ledger_posting (tranche_id, occasion) where kind in ('PAYMENT', 'TRUE_UP');

-- Postings that stand: neither reversals nor reversed.
create view funding_standing as
    select p.* from ledger_posting p
    where p.kind <> 'REVERSAL' and not exists (select 1 from ledger_posting r where r.reverses = p.id);

create function funding_only_grows() returns trigger language plpgsql as $$
begin
    raise exception '% only gains rows', tg_table_name using errcode = 'check_violation';
end $$;

create trigger ledger_posting_only_grows before update or delete or truncate on ledger_posting
    for each statement execute function funding_only_grows();
create trigger payment_approval_only_grows before update or delete or truncate on payment_approval
    for each statement execute function funding_only_grows();
create trigger payment_request_only_grows before update or delete or truncate on payment_request
    for each statement execute function funding_only_grows();
create trigger funding_basis_only_grows before update or delete or truncate on funding_basis
    for each statement execute function funding_only_grows();

-- Refuses what is not due, whoever writes it. Locks case and tranche first, so that of two sessions the second sees what the first did.
create function funding_check_posting() returns trigger language plpgsql as $$
declare
    tranche  funding_tranche;
    reversed ledger_posting;
    base     bigint;
    settled  bigint;
    total    bigint;
    due      bigint;
    paid     bigint;
    raised   bigint;
    spent    bigint;
    pays     boolean := new.kind in ('PAYMENT', 'TRUE_UP', 'DEDUCTION');
begin
    update funding_case set postings = postings + 1 where case_id = new.case_id;
    if not found then
        raise exception 'case % has no funding', new.case_id using errcode = 'check_violation';
    end if;
    if new.tranche_id is not null then
        select * into tranche from funding_tranche where id = new.tranche_id for update;
        if tranche.case_id is distinct from new.case_id then
            raise exception 'tranche % is not of case %', new.tranche_id, new.case_id using errcode = 'check_violation';
        end if;
        new.occasion := (select count(*) from ledger_posting r join ledger_posting p on p.id = r.reverses
                         where r.tranche_id = new.tranche_id and p.kind in ('PAYMENT', 'TRUE_UP'));
    end if;

    if new.kind = 'REVERSAL' then
        select * into reversed from ledger_posting where id = new.reverses;
        if reversed.kind = 'REVERSAL' or reversed.case_id <> new.case_id or reversed.amount_fen <> new.amount_fen
            or reversed.tranche_id is distinct from new.tranche_id or reversed.source <> new.source
            or reversed.from_account <> new.to_account or reversed.to_account <> new.from_account then
            raise exception 'a reversal is the same posting the other way round' using errcode = 'check_violation';
        end if;
    end if;

    if pays then
        new.source := tranche.source;
        select coalesce(sum(amount_fen), 0) into paid from funding_standing
            where tranche_id = new.tranche_id and kind in ('PAYMENT', 'TRUE_UP', 'DEDUCTION');
        if paid + new.amount_fen > tranche.due_fen then
            raise exception 'posting of % fen exceeds what is due: due %, posted %', new.amount_fen, tranche.due_fen, paid
                using errcode = 'check_violation';
        end if;
        -- no payment without the supervisor's signature (质量条例37); the retention was signed for when it was withheld
        if new.kind <> 'DEDUCTION' and tranche.trigger_kind <> 'RETENTION' and not exists (
                select 1 from payment_approval a
                where a.request_id = (select max(r.id) from payment_request r where r.tranche_id = new.tranche_id)
                  and a.step = 'SUPERVISOR' and a.decision in ('AGREE', 'REDUCE')) then
            raise exception 'no payment without the supervisor''s signature' using errcode = 'check_violation';
        end if;
    end if;

    select amount_fen into settled from funding_basis where case_id = new.case_id and kind = 'SETTLEMENT';
    select coalesce(settled, sum(amount_fen), 0) into base from funding_basis where case_id = new.case_id and kind = 'CONTRACT';
    select coalesce(sum(case when kind in ('PAYMENT', 'TRUE_UP', 'DEDUCTION') then amount_fen
                             when kind = 'RECOVERY' then -amount_fen end), 0)
        into total from funding_standing where case_id = new.case_id and id is distinct from new.reverses;
    if (pays and total + new.amount_fen > base) or (reversed.kind = 'RECOVERY' and total > base) then
        raise exception 'payments would exceed the case''s amount: % of %', total + new.amount_fen, base
            using errcode = 'check_violation';
    end if;

    if new.kind = 'RECOVERY' then
        -- only what was paid above the settled amount less the retention
        select coalesce(sum(due_fen), 0) into due from funding_tranche
            where case_id = new.case_id and trigger_kind = 'RETENTION';
        select coalesce(sum(case when s.kind = 'RECOVERY' then -s.amount_fen else s.amount_fen end), 0) into paid
            from funding_standing s join funding_tranche t on t.id = s.tranche_id
            where s.case_id = new.case_id and t.trigger_kind <> 'RETENTION';
        if settled is null or new.tranche_id is null or paid - new.amount_fen < settled - due then
            raise exception 'nothing of % fen was overpaid', new.amount_fen using errcode = 'check_violation';
        end if;
    end if;

    if (pays and tranche.source = 'OWNER_RAISED') or (reversed.kind = 'CONTRIBUTION' and reversed.source = 'OWNER_RAISED') then
        select coalesce(sum(amount_fen) filter (where kind = 'CONTRIBUTION'), 0),
               coalesce(sum(amount_fen) filter (where kind in ('PAYMENT', 'TRUE_UP', 'DEDUCTION')), 0)
            into raised, spent from funding_standing
            where case_id = new.case_id and source = 'OWNER_RAISED' and id is distinct from new.reverses;
        if spent + (case when pays then new.amount_fen else 0 end) > raised then
            raise exception 'residents'' money is short: collected % fen, spent %', raised, spent
                using errcode = 'check_violation';
        end if;
    end if;
    return new;
end $$;

create trigger ledger_posting_check before insert on ledger_posting
    for each row execute function funding_check_posting();
