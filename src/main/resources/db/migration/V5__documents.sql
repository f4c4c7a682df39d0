-- Uploads: the content lies in the file store under its SHA-256, the row says whose it is.
create table document (
    id            uuid primary key,
    case_id       bigint not null,
    original_name text   not null check (original_name <> ''),
    media_type    text   not null,
    size          bigint not null check (size between 1 and 52428800),
    sha256        text   not null check (sha256 ~ '^[0-9a-f]{64}$'),
    uploaded_by   text   not null,
    uploaded_at   timestamptz not null,
    unique (id, case_id)
);
create index document_case on document (case_id);

-- What a document is for. The foreign key keeps documents of another case out.
create table document_link (
    id          bigint generated always as identity primary key,
    case_id     bigint not null,
    document    uuid   not null,
    purpose     text   not null check (purpose <> ''),
    subject     text   not null check (subject <> ''),
    attached_by text   not null,
    attached_at timestamptz not null,
    foreign key (document, case_id) references document (id, case_id),
    unique (document, purpose, subject)
);
create index document_link_case on document_link (case_id, id);
create index document_link_subject on document_link (case_id, subject, id);
