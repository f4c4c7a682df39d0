-- Uploads are counted by person. The largest file is a setting of the operator, no longer a number of the schema.
alter table document add uploader text;
alter table document drop constraint document_size_check;
alter table document add constraint document_size_check check (size >= 1);
create index document_uploader on document (uploader, uploaded_at);
create index document_case_uploaded on document (case_id, uploaded_at);
