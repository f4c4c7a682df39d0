-- What a valid code opens, published by the registry.
create view household_door as
select c.id as code_id, u.id as unit_id, b.community_id
from household_code c join housing_unit u on u.id = c.unit_id join community_building b on b.id = u.building_id
where c.revoked_at is null;
