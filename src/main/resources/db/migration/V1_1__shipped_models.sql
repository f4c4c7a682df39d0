-- Every content that was ever shipped under a name: a latest version with other content was released by a process owner.
create table shipped_model (
    name   text not null,
    sha256 text not null,
    primary key (name, sha256)
);
