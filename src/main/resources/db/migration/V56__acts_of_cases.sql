-- Who acted in which case, published by duties.
create view act_of_case as select case_id, person, office, on_behalf_of, done_at from task_act where case_id is not null;

create index task_act_person on task_act (person, case_id, done_at);
create index task_act_absent on task_act (on_behalf_of, case_id, done_at) where on_behalf_of is not null;
