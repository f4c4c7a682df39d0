-- Objections that residents enter on the public page of a running notice; they are part of what the closing lists.
create table online_objection (
    id          bigint generated always as identity primary key,
    notice_id   bigint  not null references notice_posting,
    unit_id     bigint  references housing_unit,
    objector    text,
    anonymous   boolean not null,
    content     text    not null check (content <> '' and char_length(content) <= 2000),
    received_at timestamptz not null,
    check (anonymous or objector is not null)
);
create index online_objection_notice on online_objection (notice_id, id);

-- The window closes at the end of the last day in Shanghai.
create function objection_in_time() returns trigger language plpgsql as $$
declare
    posting notice_posting := (select p from notice_posting p where p.notice_id = new.notice_id);
    day date := (new.received_at at time zone 'Asia/Shanghai')::date;
begin
    if day < posting.start_date or day > posting.end_date then
        raise exception 'objection outside the period of notice %', new.notice_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger objection_in_time before insert on online_objection for each row execute function objection_in_time();
