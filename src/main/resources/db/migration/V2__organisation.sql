-- Regions as a tree, offices with the roles they hold, people and the offices they belong to.
create table region (
    code   text primary key,
    name   text not null,
    kind   text not null check (kind in ('CITY', 'COUNTY', 'STREET', 'COMMUNITY')),
    parent text references region
);

create table office (
    id     text primary key,
    name   text not null,
    region text not null references region
);

create table office_role (
    office text not null references office,
    role   text not null,
    primary key (office, role)
);

-- The counties in which an office acts: its own, or those that a city office serves.
create table office_county (
    office text not null references office,
    county text not null references region,
    primary key (office, county)
);

create table person (
    id   text primary key,
    name text not null
);

create table person_office (
    person text not null references person,
    office text not null references office,
    primary key (person, office)
);
