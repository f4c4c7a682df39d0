-- Offices are authorities, parties of cases (firms), or guests (audit, inspection); memberships run for a period; people stand in for others.
alter table office add column kind text not null default 'AUTHORITY' check (kind in ('AUTHORITY', 'PARTY', 'GUEST'));
-- Roles that an office holds for a case or a contract, not for a county.
create table party_role (
    role text primary key
);
insert into party_role values ('designer'), ('contractor'), ('supervisor'), ('tender-agent'), ('test-lab'), ('cost-consultant');

update office set kind = 'PARTY' where id in (select office from office_role join party_role using (role));
alter table office alter column kind drop default;

create function role_fits_the_office() returns trigger language plpgsql as $$
declare
    of_kind text;
begin
    select kind into of_kind from office where id = new.office;
    if of_kind = 'GUEST' or (of_kind = 'PARTY') <> exists (select 1 from party_role where role = new.role) then
        raise exception 'office % of kind % cannot hold role %', new.office, of_kind, new.role using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger role_fits_the_office before insert or update on office_role
    for each row execute function role_fits_the_office();

alter table person_office drop constraint person_office_pkey;
alter table person_office
    add column id          bigint generated always as identity primary key,
    add column valid_from  date,
    add column valid_until date,
    add check (valid_from <= valid_until);
create index person_office_person on person_office (person);
create index person_office_office on person_office (office);

create table stand_in (
    id          bigint generated always as identity primary key,
    absent      text not null references person,
    stand_in    text not null references person,
    valid_from  date not null,
    valid_until date not null,
    reason      text not null check (reason <> ''),
    person      text not null,
    recorded_at timestamptz not null,
    check (absent <> stand_in),
    check (valid_from <= valid_until)
);
create index stand_in_stand_in on stand_in (stand_in);

create table account (
    person        text primary key references person,
    password_hash text        not null,
    must_change   boolean     not null,
    changed_at    timestamptz not null
);

-- The offices for which people may act on a day: their own, and those of people for whom they stand in.
create function acting_offices(day date) returns table (person text, office text, on_behalf_of text) language sql stable as $$
    select m.person, m.office, null
    from person_office m
    where (m.valid_from is null or m.valid_from <= day) and (m.valid_until is null or m.valid_until >= day)
    union all
    select s.stand_in, m.office, s.absent
    from stand_in s join person_office m on m.person = s.absent
    where s.valid_from <= day and s.valid_until >= day
      and (m.valid_from is null or m.valid_from <= day) and (m.valid_until is null or m.valid_until >= day)
      and not exists (
          select 1 from person_office own
          where own.person = s.stand_in and own.office = m.office
            and (own.valid_from is null or own.valid_from <= day) and (own.valid_until is null or own.valid_until >= day))
$$;
