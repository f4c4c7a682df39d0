-- A document of one case may also serve another case of the same county, e.g. the contract of a package that serves both.
alter table document_link add owner_case bigint;
update document_link set owner_case = case_id;
alter table document_link alter owner_case set not null;
alter table document_link drop constraint document_link_document_case_id_fkey;
alter table document_link add foreign key (document, owner_case) references document (id, case_id);
alter table document_link drop constraint document_link_document_purpose_subject_key;
alter table document_link add unique (document, case_id, purpose, subject);

create function linked_document_stays_in_its_county() returns trigger language plpgsql as $$
begin
    if new.owner_case <> new.case_id and not exists (
        select 1 from renovation_case a join renovation_case b on b.county = a.county
        where a.id = new.owner_case and b.id = new.case_id) then
        raise exception 'document % belongs to a case of another county', new.document using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger linked_document_stays_in_its_county before insert or update on document_link
    for each row execute function linked_document_stays_in_its_county();
