-- The inbox: one row per task, kept right by the transaction that changed the task in the engine.
-- due is never null (9999-12-31 when there is none) and urgency is -priority, so that every order
-- reads its index in one direction.
create table tasks_task (
  id varchar(64) primary key,
  tenant varchar(64) not null,
  name varchar(255) not null,
  name_key varchar(255) not null,
  description varchar(4000),
  status varchar(10) not null,
  assignee varchar(255),
  owner varchar(255),
  delegation varchar(10),
  priority integer not null,
  urgency integer not null,
  due timestamp(3) with time zone not null,
  follow_up timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null,
  created_by varchar(255),
  ended_at timestamp(3) with time zone,
  completed_by varchar(255),
  outcome varchar(255),
  execution_id varchar(64),
  business_key varchar(255),
  definition_id varchar(64),
  process_key varchar(255),
  process_name varchar(255),
  process_version integer,
  activity_id varchar(255),
  candidate_groups text not null,
  candidate_users text not null,
  escalated_at timestamp(3) with time zone,
  escalated_by varchar(255),
  escalated_to varchar(255),
  escalation_reason varchar(2000),
  revision bigint not null
);
create index tasks_task_all_due on tasks_task (tenant, status, due, id);
create index tasks_task_all_urgency on tasks_task (tenant, status, urgency, due, id);
create index tasks_task_all_created on tasks_task (tenant, status, created_at, id);
create index tasks_task_all_name on tasks_task (tenant, status, name_key, id);
create index tasks_task_mine on tasks_task (tenant, assignee, status, due, id);
create index tasks_task_completed on tasks_task (tenant, completed_by, ended_at, id);
create index tasks_task_process on tasks_task (tenant, process_key, status, due, id);
create index tasks_task_escalated on tasks_task (tenant, status, escalated_at, id);
create index tasks_task_execution on tasks_task (execution_id);
create index tasks_task_ended on tasks_task (ended_at);

-- Who may claim it: one row per open task and candidate, with the sort keys, so that a page is one index range.
create table tasks_candidate (
  tenant varchar(64) not null,
  kind varchar(5) not null,
  candidate varchar(255) not null,
  task_id varchar(64) not null,
  assigned boolean not null,
  due timestamp(3) with time zone not null,
  urgency integer not null,
  created_at timestamp(3) with time zone not null,
  name_key varchar(255) not null,
  primary key (task_id, kind, candidate)
);
create index tasks_candidate_due on tasks_candidate (tenant, kind, candidate, assigned, due, task_id);
create index tasks_candidate_urgency on tasks_candidate (tenant, kind, candidate, assigned, urgency, due, task_id);
create index tasks_candidate_created on tasks_candidate (tenant, kind, candidate, assigned, created_at, task_id);

create table tasks_audit (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  task_id varchar(64) not null,
  at timestamp(3) with time zone not null,
  actor varchar(255) not null,
  field varchar(300) not null,
  old_value text,
  new_value text
);
create index tasks_audit_task on tasks_audit (tenant, task_id, id);

-- The form of a task that no process made.
create table tasks_form (
  task_id varchar(64) primary key,
  tenant varchar(64) not null,
  form text not null
);

create table tasks_draft (
  task_id varchar(64) primary key references tasks_task (id) on delete cascade,
  tenant varchar(64) not null,
  author varchar(255) not null,
  saved_at timestamp(3) with time zone not null,
  outcome varchar(255),
  variables text not null
);

create table tasks_comment (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  task_id varchar(64) not null references tasks_task (id) on delete cascade,
  at timestamp(3) with time zone not null,
  author varchar(255) not null,
  author_name varchar(255) not null,
  message varchar(4000) not null
);
create index tasks_comment_task on tasks_comment (task_id, id);

create table tasks_attachment (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  task_id varchar(64) not null references tasks_task (id) on delete cascade,
  at timestamp(3) with time zone not null,
  author varchar(255) not null,
  filename varchar(255) not null,
  media_type varchar(255) not null,
  size bigint not null,
  sha256 varchar(64) not null
);
create index tasks_attachment_task on tasks_attachment (task_id, id);

-- Content in pieces: H2 keeps at most 1 MiB in one binary value.
create table tasks_attachment_piece (
  attachment_id varchar(36) not null references tasks_attachment (id) on delete cascade,
  piece integer not null,
  content bytea not null,
  primary key (attachment_id, piece)
);
