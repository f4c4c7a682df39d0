-- Roles that the pinned policy gives to offices of the city in this case: those offices see it, other city offices do not.
create table case_city_role (
    case_id bigint not null references renovation_case,
    role    text   not null,
    primary key (case_id, role)
);

-- Guests of audit and inspection: an office from outside, a case, a period.
create table case_guest (
    id          bigint generated always as identity primary key,
    case_id     bigint      not null references renovation_case,
    office      text        not null references office,
    valid_from  date        not null,
    valid_until date        not null,
    purpose     text        not null check (purpose <> ''),
    person      text        not null,
    granted_by  text        not null,
    recorded_at timestamptz not null,
    check (valid_from <= valid_until)
);
create index case_guest_case on case_guest (case_id);
create index case_guest_office on case_guest (office);

create index case_party_office on case_party (office);

-- The cases that a person may see on a day, and through which of his offices: an authority of the county sees its cases, an authority of
-- the city those whose policy names it, a firm those in which it holds its role now, a guest those that are named to him.
create function case_seats(reader text, day date)
    returns table (case_id bigint, office text, on_behalf_of text, kind text) language sql stable as $$
    select c.id, o.id, a.on_behalf_of, o.kind
    from acting_offices(day) a
    join office o on o.id = a.office and o.kind = 'AUTHORITY'
    join region r on r.code = o.region
    join office_county s on s.office = o.id
    join renovation_case c on c.county = s.county
    where a.person = reader
      and (r.kind <> 'CITY'
           or exists (select 1 from office_role h join case_city_role n on n.role = h.role
                      where h.office = o.id and n.case_id = c.id)
           or exists (select 1 from case_party p where p.case_id = c.id and p.office = o.id))
    union all
    select distinct p.case_id, o.id, a.on_behalf_of, o.kind
    from acting_offices(day) a
    join office o on o.id = a.office and o.kind = 'PARTY'
    join case_party p on p.office = o.id
    where a.person = reader
      and p.id = (select max(latest.id) from case_party latest where latest.case_id = p.case_id and latest.role = p.role)
    union all
    select distinct g.case_id, o.id, a.on_behalf_of, o.kind
    from acting_offices(day) a
    join office o on o.id = a.office and o.kind = 'GUEST'
    join case_guest g on g.office = o.id and g.valid_from <= day and g.valid_until >= day
    where a.person = reader
$$;
