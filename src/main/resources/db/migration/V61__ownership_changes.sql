-- Changes of the baseline after it was first entered; rows are only ever added.
alter table housing_unit add column version integer not null default 0;

create table baseline_change (
    id          bigint generated always as identity primary key,
    unit_id     bigint not null references housing_unit,
    kind        text   not null check (kind in ('AREA', 'OWNERS')),
    content     text   not null check (content <> ''),
    reason      text   not null check (reason <> ''),
    happened_on date   not null,
    person      text   not null,
    office      text   not null,
    recorded_at timestamptz not null
);
create index baseline_change_unit on baseline_change (unit_id, id);
