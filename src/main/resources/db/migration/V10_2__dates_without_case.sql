-- An application to the project library has due dates before there is a case.
alter table provisional_date alter column case_id drop not null;
