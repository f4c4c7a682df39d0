-- Unfinished input of a form: one draft for a person and task, gone when the task is completed.
create table task_draft (
    task_id  text        not null,
    person   text        not null,
    content  text        not null check (length(content) <= 500000),
    saved_at timestamptz not null,
    primary key (task_id, person)
);
