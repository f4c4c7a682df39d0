-- The baseline (底账) of communities: buildings, housing units, owners. Surveys, votes and contributions count on it.
create table registered_community (
    id        bigint generated always as identity primary key,
    county    text not null,
    street    text not null,
    name      text not null check (name <> ''),
    name_key  text not null check (name_key <> ''),
    committee text,
    unique (county, street, name_key)
);

create table community_building (
    id           bigint  generated always as identity primary key,
    community_id bigint  not null references registered_community,
    name         text    not null check (name <> ''),
    entrances    integer not null check (entrances between 1 and 99),
    build_year   integer check (build_year between 1900 and 2100),
    unique (community_id, name)
);

-- A unit (户): what an owner owns exclusively. Areas count in the order registry, surveyed, contract (解释8).
create table housing_unit (
    id              bigint  generated always as identity primary key,
    building_id     bigint  not null references community_building,
    entrance        integer not null check (entrance between 1 and 99),
    door            text    not null check (door <> ''),
    area_hundredths bigint  not null check (area_hundredths between 1 and 100000),
    area_basis      text    not null check (area_basis in ('REGISTRY', 'SURVEYED', 'CONTRACT')),
    tenure          text    not null check (tenure in ('COMMODITY', 'REFORMED', 'PUBLIC', 'WORK_UNIT')),
    unique (building_id, entrance, door)
);

-- Owners are one for each community, however many units they own. An identity number lies here as a keyed hash and its last four characters.
create table property_owner (
    id            bigint generated always as identity primary key,
    community_id  bigint not null references registered_community,
    kind          text   not null check (kind in ('PERSON', 'DEVELOPER', 'PUBLIC_HOUSING', 'ORGANISATION')),
    name          text   not null check (name <> ''),
    identity_hash text,
    identity_tail text,
    phone         text,
    check ((identity_hash is null) = (identity_tail is null)),
    unique (community_id, identity_hash)
);
create unique index property_owner_body on property_owner (community_id, kind, name) where kind <> 'PERSON';

-- Who owns a unit from when until when; of several owners one is named to vote.
create table unit_ownership (
    id       bigint  generated always as identity primary key,
    unit_id  bigint  not null references housing_unit,
    owner_id bigint  not null references property_owner,
    since    date    not null,
    until    date    check (until >= since),
    votes    boolean not null
);
create unique index unit_ownership_current on unit_ownership (unit_id, owner_id) where until is null;
create unique index unit_ownership_voter on unit_ownership (unit_id) where until is null and votes;
create index unit_ownership_owner on unit_ownership (owner_id) where until is null;

-- The code on a household's letter opens its survey, its ballot, its opinions. Only its hash is kept; one is valid at a time.
create table household_code (
    id         bigint generated always as identity primary key,
    unit_id    bigint not null references housing_unit,
    code_hash  text   not null unique,
    issued_at  timestamptz not null,
    issued_by  text   not null,
    revoked_at timestamptz,
    revoked_by text,
    reason     text,
    check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (reason is null))
);
create unique index household_code_valid on household_code (unit_id) where revoked_at is null;

-- Communities of cases that were opened before there was a registry.
insert into registered_community (county, street, name, name_key, committee)
select distinct on (r.county, r.street, regexp_replace(normalize(c.name, NFKC), '\s+', '', 'g'))
       r.county, r.street, c.name, regexp_replace(normalize(c.name, NFKC), '\s+', '', 'g'), c.residents_committee
from case_community c join renovation_case r on r.id = c.case_id
order by r.county, r.street, regexp_replace(normalize(c.name, NFKC), '\s+', '', 'g'), c.id desc;
alter table case_community add column registered_id bigint references registered_community;
update case_community c set registered_id = g.id
from renovation_case r, registered_community g
where r.id = c.case_id and g.county = r.county and g.street = r.street
  and g.name_key = regexp_replace(normalize(c.name, NFKC), '\s+', '', 'g');
alter table case_community alter column registered_id set not null;
create index case_community_registered on case_community (registered_id);

-- The key of this installation for identity numbers.
create table registry_key (
    only_one boolean primary key default true check (only_one),
    key      bytea   not null check (length(key) = 32)
);
insert into registry_key (key) values (decode(md5(gen_random_uuid()::text) || md5(gen_random_uuid()::text), 'hex'));

-- What other rooms may join on: where a unit is.
create view listed_unit as
select u.id, b.community_id, b.id as building_id, b.name as building, u.entrance, u.door
from housing_unit u join community_building b on b.id = u.building_id;
