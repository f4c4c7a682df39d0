-- A vote that ends without a result, because its community has left the case: no ballot comes in any more.
create table vote_abandonment (
    round_id    bigint primary key references vote_round,
    reason      text   not null check (reason <> ''),
    happened_on date   not null,
    recorded_at timestamptz not null
);

create function vote_not_abandoned() returns trigger language plpgsql as $$
begin
    if exists (select 1 from vote_abandonment a where a.round_id = new.round_id) then
        raise exception 'round % has been abandoned', new.round_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger vote_not_abandoned before insert on ballot for each row execute function vote_not_abandoned();
create trigger vote_not_abandoned before insert on vote_count for each row execute function vote_not_abandoned();
create trigger vote_not_abandoned before insert on vote_conclusion for each row execute function vote_not_abandoned();
