-- Under which number the tender of a case's packages runs, published by tender.
create view key_of_package as
select c.case_id, p.package_no as business_key from package_case c join tender_package p on p.id = c.package_id;
