-- What the chronicle reads of the engine's history in bulk; single instances it reads through the engine's API.
-- Every instance of a case, called or started by itself, carries its number as the business key.
create view chronicle_instance as
select i.id_ as id, i.proc_def_id_ as definition_id, i.proc_def_key_ as process, i.tenant_id_ as county, i.start_time_ as started_at,
       i.end_time_ as ended_at, i.business_key_ as case_no
from act_hi_procinst i;

create view chronicle_ended as
select i.id_ as id, i.proc_def_id_ as definition_id, i.tenant_id_ as county, i.end_time_ as ended_at, i.duration_ as duration,
       case when i.state_ = 'COMPLETED' then i.end_act_id_ end as end_event
from act_hi_procinst i where i.end_time_ is not null;

create view chronicle_visit as
select v.proc_inst_id_ as instance_id, v.proc_def_id_ as definition_id, v.act_id_ as node, v.act_type_ as type, v.tenant_id_ as county,
       v.start_time_ as started_at, v.end_time_ as ended_at, v.duration_ as duration, v.act_inst_state_ = 2 as cancelled
from act_hi_actinst v;

create view chronicle_incident as
select i.business_key_ as case_no, n.incident_state_ = 0 as open
from act_hi_incident n join act_hi_procinst i on i.id_ = n.proc_inst_id_;

-- who is under way in a process, without reading all that ever were
create index chronicle_instance_running on act_hi_procinst (proc_def_key_, business_key_) where end_time_ is null;
-- outcomes and durations of a definition without reading the instances themselves
create index chronicle_instance_outcome on act_hi_procinst (proc_def_id_, tenant_id_, end_act_id_, duration_, state_) where end_time_ is not null;
