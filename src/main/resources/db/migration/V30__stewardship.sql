-- How a community is managed after the renovation. Rows are only ever added, the latest counts.
create table management_mode (
    id                    bigint generated always as identity primary key,
    case_id               bigint not null references renovation_case,
    community_id          bigint not null references case_community,
    mode                  text   not null,
    manager_name          text   not null check (manager_name <> ''),
    contract_date         date,
    fee_fen               bigint check (fee_fen >= 0),
    revenue_use           text,
    maintenance_fund_plan text,
    handover_on           date   not null,
    decided_on            date   not null,
    comment               text,
    person                text   not null,
    office                text   not null,
    recorded_at           timestamptz not null,
    check (mode not in ('PROPERTY_COMPANY', 'TRUST', 'SOCIAL_ORG') or contract_date is not null),
    check (mode not in ('PROPERTY_COMPANY', 'TRUST') or fee_fen is not null)
);
create index management_mode_case on management_mode (case_id, community_id, id);
