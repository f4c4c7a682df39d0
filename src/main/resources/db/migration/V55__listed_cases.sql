-- Cases as other rooms list them, published by casefile.
create view listed_case as
select c.id as case_id, c.case_no, c.name, c.county, k.name as county_name, c.street, s.name as street_name, c.policy_code,
       c.state, c.opened_on, c.closed_on, c.outcome,
       (select g.stage from case_stage g where g.case_id = c.id and g.reached_on is not null
        order by array_position(array['SURVEY','CONSULTATION','REVIEW','FORMALITIES','PROCUREMENT','CONSTRUCTION','ACCEPTANCE',
                 'SETTLEMENT','WARRANTY','ARCHIVED'], g.stage) desc limit 1) as stage,
       (select string_agg(m.name, '、' order by m.id) from case_community m where m.case_id = c.id) as communities
from renovation_case c join region k on k.code = c.county join region s on s.code = c.street;

create view listed_community as select id, case_id, name from case_community;

create index renovation_case_opened on renovation_case (county, opened_on, id);
create index renovation_case_closed on renovation_case (county, closed_on desc nulls last, id desc);
create index case_community_of_case on case_community (case_id, name);

-- The counties whose whole history a person reads on a day, and the cases of other offices of his that do: an authority of the county reads
-- all of its county, one of the city only the cases that case_seats gives it.
create function history_counties(reader text, day date, roles text[])
    returns table (county text) language sql stable as $$
    select distinct s.county
    from acting_offices(day) a
    join office o on o.id = a.office and o.kind = 'AUTHORITY'
    join region r on r.code = o.region and r.kind <> 'CITY'
    join office_county s on s.office = o.id
    where a.person = reader and exists (select 1 from office_role h where h.office = o.id and h.role = any (roles))
$$;

create function history_cases(reader text, day date, roles text[])
    returns table (case_id bigint) language sql stable as $$
    select s.case_id from case_seats(reader, day) s
    where s.kind = 'AUTHORITY' and exists (select 1 from office_role h where h.office = s.office and h.role = any (roles))
$$;
