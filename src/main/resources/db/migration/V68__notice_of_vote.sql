-- The preliminary result of a vote is published like a plan.
alter table public_notice drop constraint public_notice_stage_check;
alter table public_notice add constraint public_notice_stage_check
    check (stage in ('FIRST_DRAFT', 'REVISED_DRAFT', 'AFTER_REVIEW', 'VOTE_RESULT'));
