-- Ends of periods that touch a year whose calendar is not published: counted again when that year is loaded, then gone.
create table provisional_date (
    id          bigint generated always as identity primary key,
    case_id     bigint  not null references renovation_case,
    -- what ends: task:<id>, public-notice:<id>, warranty:<case>
    subject     text    not null unique,
    start_on    date    not null,
    days        integer check (days >= 0),
    day_type    text    check (day_type in ('CALENDAR', 'WORKING')),
    months      integer check (months > 0),
    end_on      date    not null,
    computed_on date    not null,
    check ((days is null) = (day_type is null) and (days is null) <> (months is null))
);
