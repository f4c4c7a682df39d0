-- Somebody who came with a household's code, for half an hour. The token is kept as a hash.
create table household_session (
    token_hash text primary key,
    code_id    bigint not null references household_code,
    expires_at timestamptz not null
);
create index household_session_expiry on household_session (expires_at);
