-- Failed sign-ins, counted by account and address, by account, by address. A subject is a digest: what was typed as a name may be a password.
create table sign_in_failure (
    scope       text        not null check (scope in ('PAIR', 'ACCOUNT', 'ADDRESS')),
    subject     text        not null,
    last_at     timestamptz not null,
    forgiven_at timestamptz not null,
    primary key (scope, subject)
);
create index sign_in_failure_forgiven_at on sign_in_failure (forgiven_at);

-- From where a person has signed in: there nobody elsewhere can lock him out.
create table sign_in_address (
    person  text        not null,
    address text        not null,
    last_at timestamptz not null,
    primary key (person, address)
);
create index sign_in_address_last_at on sign_in_address (last_at);
