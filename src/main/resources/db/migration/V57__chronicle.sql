-- What the chronicle reads of the engine's history in bulk; single instances it reads through the engine's API.
-- An instance belongs to the case under whose number the instance at its root runs.
create view chronicle_instance as
select i.id_ as id, i.proc_def_id_ as definition_id, i.proc_def_key_ as process, i.tenant_id_ as county, i.start_time_ as started_at,
       i.end_time_ as ended_at, i.duration_ as duration, i.end_act_id_ as end_event, i.state_ as state,
       root.business_key_ as case_no
from act_hi_procinst i join act_hi_procinst root on root.id_ = i.root_proc_inst_id_;

create view chronicle_ended as
select i.id_ as id, i.proc_def_id_ as definition_id, i.tenant_id_ as county, i.end_time_ as ended_at, i.duration_ as duration,
       case when i.state_ = 'COMPLETED' then i.end_act_id_ end as end_event
from act_hi_procinst i where i.end_time_ is not null;

create view chronicle_visit as
select v.proc_inst_id_ as instance_id, v.proc_def_id_ as definition_id, v.act_id_ as node, v.act_type_ as type, v.tenant_id_ as county,
       v.start_time_ as started_at, v.end_time_ as ended_at, v.duration_ as duration, v.act_inst_state_ = 2 as cancelled
from act_hi_actinst v;

create view chronicle_incident as
select root.business_key_ as case_no, n.incident_state_ = 0 as open, n.create_time_ as created_at
from act_hi_incident n join act_hi_procinst root on root.id_ = n.root_proc_inst_id_;

-- outcomes and durations of a definition without reading the instances themselves
create index chronicle_instance_outcome on act_hi_procinst (proc_def_id_, tenant_id_, end_act_id_, duration_, state_) where end_time_ is not null;
