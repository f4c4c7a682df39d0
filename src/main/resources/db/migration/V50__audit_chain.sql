-- The record becomes a chain. Each entry gets its place when its transaction commits: a number without gaps, and a hash over everything it
-- says and over the hash before it. What a person reads of it (and may be somebody's name) lies beside the chain, which only knows its hash.

create function audit_detail_hash(salt text, content text) returns text language sql immutable as $$
    select encode(sha256(decode(salt, 'hex') || convert_to(content, 'UTF8')), 'hex')
$$;

create table audit_detail (
    hash    text primary key check (hash ~ '^[0-9a-f]{64}$'),
    salt    text check (salt ~ '^[0-9a-f]{32}$'),
    content text,
    check ((salt is null) = (content is null))
);

-- What was said so far moves beside the chain.
alter table audit_entry add column detail_hash text unique references audit_detail (hash);
create temporary table moved on commit drop as
    select id, salt, content, audit_detail_hash(salt, content) as hash
    from (select id, replace(gen_random_uuid()::text, '-', '') as salt, '{"details":' || to_json(details) || '}' as content
          from audit_entry where details <> '') said;
insert into audit_detail (hash, salt, content) select hash, salt, content from moved;
alter table audit_entry disable trigger audit_only_grows;
update audit_entry e set detail_hash = m.hash from moved m where m.id = e.id;
alter table audit_entry enable trigger audit_only_grows;
alter table audit_entry drop column details;

create table audit_link (
    sequence      bigint      primary key check (sequence > 0),
    version       smallint    not null check (version = 1),
    entry         bigint      not null unique references audit_entry (id),
    linked_at     timestamptz not null,
    previous_hash text        not null check (previous_hash ~ '^[0-9a-f]{64}$'),
    hash          text        not null check (hash ~ '^[0-9a-f]{64}$')
);

-- Of each value its length in bytes, a colon, its text, a comma; of one that is not there a minus and a comma: no two rows are encoded alike.
-- Moments are microseconds since 1970. Not in language sql: that would be planned anew at each call, fifty times slower.
create function audit_hash(link audit_link, e audit_entry) returns text language plpgsql immutable as $$
declare
    encoded text := '';
    value text;
begin
    foreach value in array array[
        link.version::text, link.sequence::text, (extract(epoch from link.linked_at) * 1000000)::bigint::text,
        e.id::text, (extract(epoch from e.recorded_at) * 1000000)::bigint::text, e.person, e.office, e.on_behalf_of,
        e.action, e.object, e.case_id::text, e.detail_hash, link.previous_hash] loop
        encoded := encoded || coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value || ',', '-,');
    end loop;
    return encode(sha256(convert_to(encoded, 'UTF8')), 'hex');
end $$;

-- The next link, whoever inserts it and whatever he says about its place. One at a time: the lock ends with the transaction.
create function audit_link_follows() returns trigger language plpgsql as $$
declare
    given audit_link := new;
    last audit_link;
    linked audit_entry;
begin
    perform pg_advisory_xact_lock(hashtext('audit'));
    select * into last from audit_link order by sequence desc limit 1;
    select * into linked from audit_entry where id = new.entry;
    new.version := 1;
    new.sequence := coalesce(last.sequence, 0) + 1;
    new.linked_at := clock_timestamp();
    new.previous_hash := coalesce(last.hash, repeat('0', 64));
    new.hash := audit_hash(new, linked);
    if given.sequence <> new.sequence or given.previous_hash <> new.previous_hash or given.hash <> new.hash then
        raise exception 'a link of the record follows the last one' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger audit_link_follows before insert on audit_link for each row execute function audit_link_follows();
create trigger audit_link_only_grows before update or delete on audit_link for each row execute function audit_only_grows();
create trigger audit_link_is_not_emptied before truncate on audit_link for each statement execute function audit_only_grows();

insert into audit_link (entry) select id from audit_entry order by id;

-- Deferred: the last thing a transaction does, so that the lock is held for this insert and the commit, and whoever holds it waits for nothing.
create function audit_entry_is_linked() returns trigger language plpgsql as $$
begin
    insert into audit_link (entry) values (new.id);
    return null;
end $$;
create constraint trigger audit_entry_is_linked after insert on audit_entry
    deferrable initially deferred for each row execute function audit_entry_is_linked();

-- Of the readable part only this can change: it can be masked, and that is on record.
create function audit_detail_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.content is null or new.hash <> audit_detail_hash(new.salt, new.content) then
            raise exception 'what is said does not have this hash' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    if tg_op = 'UPDATE' and new.hash = old.hash and old.content is not null and new.content is null and new.salt is null then
        return new;
    end if;
    raise exception 'the record only grows' using errcode = 'check_violation';
end $$;
create trigger audit_detail_stays before insert or update or delete on audit_detail for each row execute function audit_detail_stays();
create trigger audit_detail_is_not_emptied before truncate on audit_detail for each statement execute function audit_only_grows();

create function audit_masking_is_recorded() returns trigger language plpgsql as $$
begin
    if not exists (
        select 1 from audit_entry e join audit_entry m on m.object = 'entry:' || e.id and m.action = 'audit.detailMasked'
        where e.detail_hash = new.hash) then
        raise exception 'masking is recorded' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger audit_masking_is_recorded after update on audit_detail
    deferrable initially deferred for each row execute function audit_masking_is_recorded();

-- The record as people read it. An entry has no place in the chain yet while its own transaction is open.
create view audit_record as
select e.id, l.sequence, e.recorded_at, l.linked_at, e.person, e.office, e.on_behalf_of, e.action, e.object, e.case_id,
       case when e.detail_hash is null then '' when d.content is null then '已脱敏' else coalesce(d.content::json ->> 'details', '') end as details,
       d.content::json ->> 'reason' as reason, d.content::json ->> 'before' as before, d.content::json ->> 'after' as after,
       e.detail_hash is not null and d.content is null as masked, l.hash
from audit_entry e left join audit_link l on l.entry = e.id left join audit_detail d on d.hash = e.detail_hash;
