-- Administration: people may be blocked, offices closed, memberships and stand-ins withdrawn before they began; set-up of the first administrator.
alter table person add column blocked boolean not null default false;
alter table office add column closed_on date;

-- Offices are the engine's groups, and these groups mean something else there; the system's own acts are recorded under this name.
alter table office add check (id not in ('camunda-admin', 'history-readers', 'system'));
alter table person add check (id <> 'system');

-- A period that ends the day before it begins was withdrawn: it holds on no day.
alter table person_office drop constraint person_office_check;
alter table person_office add check (valid_until >= valid_from - 1);
alter table stand_in drop constraint stand_in_check1;
alter table stand_in add check (valid_until >= valid_from - 1);

-- Whoever is blocked acts for nobody; who stands in for him still does.
create or replace function acting_offices(day date) returns table (person text, office text, on_behalf_of text) language sql stable as $$
    select m.person, m.office, null
    from person_office m join person p on p.id = m.person
    where not p.blocked and (m.valid_from is null or m.valid_from <= day) and (m.valid_until is null or m.valid_until >= day)
    union all
    select s.stand_in, m.office, s.absent
    from stand_in s join person p on p.id = s.stand_in join person_office m on m.person = s.absent
    where not p.blocked and s.valid_from <= day and s.valid_until >= day
      and (m.valid_from is null or m.valid_from <= day) and (m.valid_until is null or m.valid_until >= day)
      and not exists (
          select 1 from person_office own
          where own.person = s.stand_in and own.office = m.office
            and (own.valid_from is null or own.valid_from <= day) and (own.valid_until is null or own.valid_until >= day))
$$;

-- Digests of the tokens that open the set-up of the first administrator.
create table setup_token (
    digest      text primary key,
    valid_until timestamptz not null
);
