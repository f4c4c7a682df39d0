-- Joint review (联评联审): intake, rounds, opinions with their conditions, conclusion, modification, notice, approval, filing.
-- What a body, the chair or the approver stated is only ever added; a corrected opinion supersedes the one before it.
create table joint_review (
    id        bigint generated always as identity primary key,
    case_id   bigint not null references renovation_case,
    opened_on date   not null,
    opened_at timestamptz not null,
    outcome   text check (outcome in ('APPROVED', 'REJECTED')),
    closed_on date,
    check ((outcome is null) = (closed_on is null))
);
create unique index joint_review_running on joint_review (case_id) where outcome is null;

create table review_intake (
    id           bigint generated always as identity primary key,
    review_id    bigint not null references joint_review,
    decision     text   not null check (decision in ('ACCEPTED', 'SUPPLEMENT', 'REFUSED')),
    chair_office text   not null,
    explanation  text,
    actor_person text   not null,
    actor_office text   not null,
    happened_on  date   not null,
    recorded_at  timestamptz not null,
    check (decision = 'ACCEPTED' or explanation is not null)
);
-- 补正 is asked for once, then the office accepts or refuses
create unique index review_intake_supplement_once on review_intake (review_id) where decision = 'SUPPLEMENT';
create unique index review_intake_accepted_once on review_intake (review_id) where decision = 'ACCEPTED';

create table review_intake_material (
    intake_id bigint  not null references review_intake,
    line_no   integer not null,
    name      text    not null,
    complete  boolean not null,
    remark    text,
    primary key (intake_id, line_no)
);

create table review_participant (
    intake_id bigint not null references review_intake,
    role      text   not null,
    level     text   not null check (level in ('COUNTY', 'CITY')),
    primary key (intake_id, role, level)
);

create table review_round (
    id              bigint generated always as identity primary key,
    review_id       bigint  not null references joint_review,
    round_no        integer not null check (round_no > 0),
    cause           text    not null check (cause in ('FIRST', 'REJECTED', 'MAJOR')),
    scope           text    not null check (scope in ('ALL', 'AFFECTED')),
    chair_office    text    not null,
    estimate_fen    bigint  not null check (estimate_fen >= 0),
    households      integer not null check (households > 0),
    plan_versions   text    not null,
    structure_changed boolean not null,
    common_part_changed boolean not null,
    opened_on       date    not null,
    recorded_at     timestamptz not null,
    unique (review_id, round_no),
    check ((round_no = 1) = (cause = 'FIRST'))
);

-- The plan versions that the bodies of a round reviewed.
create table review_round_plan (
    round_id     bigint not null references review_round,
    community_id bigint not null references case_community,
    plan_id      bigint not null,
    primary key (round_id, community_id)
);

-- A body that is asked in a round. An unaffected body is not asked again: its earlier opinion is carried into the round.
create table review_request (
    id              bigint generated always as identity primary key,
    round_id        bigint  not null references review_round,
    role            text    not null,
    office          text,
    body_name       text    not null,
    weight          text    not null check (weight in ('MANDATORY', 'ADVISORY')),
    silence_consent boolean not null,
    due_on          date    not null,
    remind_on       date    not null,
    escalate_on     date    not null,
    carried_from    bigint references review_request,
    unique nulls not distinct (round_id, role, office),
    -- the silence of these bodies never counts as consent (book 1.4 D2)
    check (not silence_consent or role not in ('fire-rescue', 'natural-resources', 'housing-bureau', 'finance-bureau'))
);

create table review_request_event (
    request_id  bigint not null references review_request,
    kind        text   not null check (kind in ('REMINDED', 'ESCALATED')),
    happened_on date   not null,
    recorded_at timestamptz not null,
    primary key (request_id, kind)
);

create table review_opinion (
    id           bigint generated always as identity primary key,
    request_id   bigint  not null references review_request,
    opinion      text    not null check (opinion in ('AGREE', 'REVISE', 'REFUSE')),
    legal_ground text,
    reviewer     text    not null,
    explanation  text,
    entered_for  boolean not null,
    by_silence   boolean not null,
    supersedes   bigint unique references review_opinion,
    actor_person text    not null,
    actor_office text    not null,
    actor_name   text    not null,
    happened_on  date    not null,
    recorded_at  timestamptz not null,
    check (opinion <> 'REFUSE' or legal_ground is not null),
    check (opinion = 'AGREE' or explanation is not null),
    check (not by_silence or (opinion = 'AGREE' and not entered_for and supersedes is null))
);
-- one opinion of a body in a round, unless it was superseded
create unique index review_opinion_once on review_opinion (request_id) where supersedes is null;

create table review_expert (
    opinion_id bigint  not null references review_opinion,
    line_no    integer not null,
    name       text    not null,
    unit       text    not null,
    speciality text    not null,
    verdict    text    not null check (verdict in ('AGREE', 'REVISE', 'REFUSE')),
    score_tenths integer check (score_tenths between 0 and 1000),
    key_risks  text    not null,
    recusal    boolean not null check (recusal),
    primary key (opinion_id, line_no),
    unique (opinion_id, name)
);

create table review_condition (
    id         bigint generated always as identity primary key,
    opinion_id bigint  not null references review_opinion,
    item_no    integer not null check (item_no > 0),
    content    text    not null check (content <> ''),
    unique (opinion_id, item_no)
);

-- What became of a condition. Closed by the body that set it; a later revision may reopen it.
create table review_condition_check (
    id           bigint generated always as identity primary key,
    condition_id bigint not null references review_condition,
    result       text   not null check (result in ('CLOSED', 'ALTERED', 'OPEN', 'REOPENED')),
    reason       text,
    actor_person text   not null,
    actor_office text   not null,
    actor_name   text   not null,
    happened_on  date   not null,
    recorded_at  timestamptz not null,
    check (result = 'CLOSED' or reason is not null)
);
create index review_condition_check_condition on review_condition_check (condition_id, id);

-- A body contests an opinion that another office entered for it; answered by the body's own opinion.
create table review_contest (
    opinion_id   bigint primary key references review_opinion,
    reason       text not null check (reason <> ''),
    actor_person text not null,
    actor_office text not null,
    happened_on  date not null,
    recorded_at  timestamptz not null
);

create table review_conclusion (
    id              bigint generated always as identity primary key,
    round_id        bigint not null unique references review_round,
    proposal        text   not null check (proposal in ('PASSED', 'CONDITIONAL', 'REJECTED', 'CHAIR_DECIDES')),
    outcome         text   not null check (outcome in ('PASSED', 'CONDITIONAL', 'REJECTED', 'STOPPED')),
    override_reason text,
    minutes_no      text   not null,
    explanation     text,
    actor_person    text   not null,
    actor_office    text   not null,
    happened_on     date   not null,
    recorded_at     timestamptz not null,
    check (proposal = outcome or override_reason is not null)
);

create table review_modification (
    id                      bigint generated always as identity primary key,
    round_id                bigint  not null references review_round,
    estimate_before_fen     bigint  not null,
    estimate_after_fen      bigint  not null check (estimate_after_fen > 0),
    households_before       integer not null check (households_before > 0),
    households_after        integer not null check (households_after > 0),
    mandatory_class_changed boolean not null,
    structure_or_fire       boolean not null,
    common_part_changed     boolean not null,
    contribution_changed    boolean not null,
    condition_altered       boolean not null,
    major_objection         boolean not null,
    notices_seen            bigint  not null,
    judgement               text    not null check (judgement in ('MINOR', 'MAJOR')),
    override_reason         text,
    explanation             text    not null,
    actor_person            text    not null,
    actor_office            text    not null,
    happened_on             date    not null,
    recorded_at             timestamptz not null
);

create table review_modification_verdict (
    modification_id bigint primary key references review_modification,
    grounds         text   not null,
    nature          text    not null check (nature in ('MINOR', 'MAJOR')),
    override_reason text,
    recorded_at     timestamptz not null,
    check ((grounds <> '') = (nature = 'MAJOR') or override_reason is not null)
);

create table review_affected (
    modification_id bigint not null references review_modification,
    request_id      bigint not null references review_request,
    primary key (modification_id, request_id)
);

create table review_notice (
    id           bigint generated always as identity primary key,
    round_id     bigint not null references review_round,
    community_id bigint not null references case_community,
    outcome      text   not null check (outcome in ('CLEAN', 'MINOR_UPHELD', 'MAJOR_UPHELD')),
    happened_on  date   not null,
    recorded_at  timestamptz not null
);

create table review_approval (
    id                 bigint generated always as identity primary key,
    review_id          bigint not null references joint_review,
    county             text   not null,
    decision           text   not null check (decision in ('APPROVED', 'RETURNED')),
    approval_no        text,
    approved_fen       bigint check (approved_fen > 0),
    valid_until        date,
    special_conditions text,
    explanation        text,
    actor_person       text   not null,
    actor_office       text   not null,
    happened_on        date   not null,
    recorded_at        timestamptz not null,
    unique (county, approval_no),
    check (valid_until > happened_on),
    check ((decision = 'APPROVED') = (approval_no is not null and approved_fen is not null and valid_until is not null)),
    check (decision = 'APPROVED' or explanation is not null)
);
create unique index review_approval_once on review_approval (review_id) where decision = 'APPROVED';

create table review_filing (
    id           bigint generated always as identity primary key,
    approval_id  bigint not null unique references review_approval,
    filing_no    text   not null,
    explanation  text,
    actor_person text   not null,
    actor_office text   not null,
    happened_on  date   not null,
    recorded_at  timestamptz not null
);

-- The opinion that counts for each body of each round: its latest, or the one carried from an earlier round.
create view review_standing as
select r.id as request_id, r.round_id, r.role, r.office, r.body_name, r.weight, r.carried_from,
       o.id as opinion_id, o.opinion, o.legal_ground, o.reviewer, o.explanation, o.entered_for, o.by_silence,
       o.actor_name, o.happened_on, c.opinion_id is not null as contested
from review_request r
left join review_opinion o on o.request_id = coalesce(r.carried_from, r.id)
    and not exists (select 1 from review_opinion later where later.supersedes = o.id)
left join review_contest c on c.opinion_id = o.id;

create view review_condition_state as
select c.id, c.opinion_id, c.item_no, c.content, k.result, k.reason, k.actor_name, k.happened_on,
       coalesce(k.result in ('CLOSED', 'ALTERED'), false) as closed
from review_condition c
left join lateral (select * from review_condition_check x where x.condition_id = c.id order by x.id desc limit 1) k on true;

-- 修改后同意 without a condition is no opinion; experts are three or more, an odd number (book 1.4 D3).
create function review_opinion_is_whole() returns trigger language plpgsql as $$
declare experts integer;
begin
    if new.opinion = 'REVISE' and not exists (select 1 from review_condition where opinion_id = new.id) then
        raise exception 'an opinion with changes needs a condition' using errcode = 'check_violation';
    end if;
    if exists (select 1 from review_request where id = new.request_id and role = 'expert') then
        select count(*) into experts from review_expert where opinion_id = new.id;
        if experts < 3 or experts % 2 = 0 then
            raise exception 'an expert review needs three or more experts, an odd number' using errcode = 'check_violation';
        end if;
    end if;
    return null;
end $$;
create constraint trigger review_opinion_whole after insert on review_opinion
    deferrable initially deferred for each row execute function review_opinion_is_whole();

create function review_fact_stays() returns trigger language plpgsql as $$
begin
    raise exception '% only gains rows', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger review_opinion_stays before update or delete on review_opinion for each row execute function review_fact_stays();
create trigger review_condition_stays before update or delete on review_condition for each row execute function review_fact_stays();
create trigger review_condition_check_stays before update or delete on review_condition_check for each row execute function review_fact_stays();
create trigger review_contest_stays before update or delete on review_contest for each row execute function review_fact_stays();
create trigger review_conclusion_stays before update or delete on review_conclusion for each row execute function review_fact_stays();
create trigger review_modification_stays before update or delete on review_modification for each row execute function review_fact_stays();
create trigger review_approval_stays before update or delete on review_approval for each row execute function review_fact_stays();
create trigger review_filing_stays before update or delete on review_filing for each row execute function review_fact_stays();
