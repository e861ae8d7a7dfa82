-- Who did a user task that four eyes are declared for. The key lets one person do only one task of
-- each pair of activities in an execution, also when two transactions try at the same time.
create table tasks_performer (
  tenant varchar(64) not null,
  execution_id varchar(64) not null,
  pair varchar(520) not null,
  person varchar(255) not null,
  activity_id varchar(255) not null,
  task_id varchar(64) not null,
  primary key (execution_id, pair, person)
);
create index tasks_performer_task on tasks_performer (task_id);

-- The time that was promised for an open or ended task, computed at its making.
create table tasks_target (
  task_id varchar(64) primary key references tasks_task (id) on delete cascade,
  tenant varchar(64) not null,
  of_process boolean not null,
  warn_at timestamp(3) with time zone not null,
  due_at timestamp(3) with time zone not null
);

-- What is to happen to an open task by itself: a step of a chain of escalations, or the warning
-- that its promised time is at risk or over. A row goes when it was done or is not needed any more.
create table tasks_deadline (
  task_id varchar(64) not null references tasks_task (id) on delete cascade,
  kind varchar(12) not null,
  step integer not null,
  tenant varchar(64) not null,
  at timestamp(3) with time zone not null,
  told varchar(100) not null,
  target varchar(255),
  attempts integer not null,
  primary key (task_id, kind, step)
);
create index tasks_deadline_at on tasks_deadline (at);

-- A tenant's escalations for tasks whose model declares none.
create table tasks_escalation_default (
  tenant varchar(64) primary key,
  content text not null,
  revision bigint not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(255) not null
);
