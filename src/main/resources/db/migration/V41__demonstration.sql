-- How far the demonstration's clock is ahead of (or behind) the machine's.
create table demonstration_clock (
    one       boolean primary key default true check (one),
    ahead_ms  bigint not null
);
