-- Calendar years that an administrator loaded from the State Council's notice, beyond those that the application ships.
create table worktime_year (
    year      integer primary key check (year between 2000 and 2100),
    document  text    not null check (document <> ''),
    loaded_by text    not null,
    loaded_at timestamptz not null
);

-- The days of such a year that differ from the week: holidays, and weekends on which work is made up.
create table worktime_day (
    day    date    primary key,
    kind   text    not null check (kind in ('REST', 'WORK')),
    year   integer not null references worktime_year,
    source text    not null,
    check (extract(year from day) = year),
    check (kind = 'REST' or extract(isodow from day) in (6, 7))
);
create index worktime_day_year on worktime_day (year);
