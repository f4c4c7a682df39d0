-- Policy documents as versions. A row never changes: cases pin it.
create table policy_version (
    id        bigint generated always as identity primary key,
    code      text    not null,
    version   integer not null check (version > 0),
    -- counts what came after the document itself: masked values filled in, new national defaults
    revision  integer not null check (revision >= 0),
    sha256    text    not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content   text    not null,
    -- the national defaults to which this version falls back
    national  bigint references policy_version,
    state     text    not null check (state in ('ACTIVE', 'DRAFT')),
    loaded_at timestamptz not null,
    unique (code, version, revision),
    check ((code = 'NATIONAL') = (national is null))
);

-- Values that the source blanks out, as an administrator filled them in for this version.
create table policy_masked_value (
    policy_version bigint not null references policy_version,
    key            text   not null,
    value          text   not null check (value <> ''),
    filled_by      text   not null,
    filled_at      timestamptz not null,
    primary key (policy_version, key)
);

create function policy_is_immutable() returns trigger language plpgsql as $$
begin
    raise exception 'policy versions are immutable';
end $$;
create trigger policy_version_immutable before update or delete on policy_version
    for each row execute function policy_is_immutable();
create trigger policy_masked_value_immutable before update or delete on policy_masked_value
    for each row execute function policy_is_immutable();
