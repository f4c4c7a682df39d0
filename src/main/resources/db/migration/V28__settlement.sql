-- Settlement: what the contractor submits, what the auditor says, the one settled price. Rows are only ever added.
create function settlement_rows_only_grow() returns trigger language plpgsql as $$
begin
    raise exception '结算记录只增不改：%', tg_table_name;
end $$;

create table settlement_submission (
    id            bigint generated always as identity primary key,
    case_id       bigint  not null references renovation_case,
    no            integer not null check (no > 0),
    submitted_fen bigint  not null check (submitted_fen > 0),
    objection     text,
    actor_person  text    not null,
    actor_office  text    not null,
    happened_on   date    not null,
    recorded_at   timestamptz not null,
    unique (case_id, no)
);
create table settlement_review (
    submission_id bigint primary key references settlement_submission,
    decision      text   not null check (decision in ('APPROVE', 'RETURN')),
    audited_fen   bigint check (audited_fen > 0),
    reason        text,
    comment       text,
    actor_person  text   not null,
    actor_office  text   not null,
    happened_on   date   not null,
    recorded_at   timestamptz not null,
    check ((decision = 'APPROVE') = (audited_fen is not null)),
    check (decision <> 'RETURN' or comment is not null)
);
create table settled_price (
    case_id       bigint primary key references renovation_case,
    submission_id bigint not null unique references settlement_review,
    settled_fen   bigint not null check (settled_fen > 0),
    settled_on    date   not null
);

-- More than what was submitted is audited only with a reason (book task 56).
create function settlement_review_within_submission() returns trigger language plpgsql as $$
begin
    if new.audited_fen is not null and new.reason is null
            and new.audited_fen > (select submitted_fen from settlement_submission where id = new.submission_id) then
        raise exception '审定金额超过送审金额（需说明理由）';
    end if;
    return new;
end $$;
create trigger settlement_review_within_submission before insert on settlement_review
    for each row execute function settlement_review_within_submission();

create trigger settlement_submission_grows before update or delete on settlement_submission for each row execute function settlement_rows_only_grow();
create trigger settlement_review_grows before update or delete on settlement_review for each row execute function settlement_rows_only_grow();
create trigger settled_price_grows before update or delete on settled_price for each row execute function settlement_rows_only_grow();
