-- The lists of people: one row per open task and list in which it stands, with the sort keys, so that a page of any list
-- in any order is one index range. A list is named by TaskLists: mine:ana, group:staff, user:ana; overdue: and
-- escalated: before such a name, or before all, hold the tasks of it that are. All open tasks need no entries.
create table tasks_entry (
  tenant varchar(64) not null,
  list varchar(300) not null,
  task_id varchar(64) not null,
  process_key varchar(255) not null,
  due timestamp(3) with time zone not null,
  urgency integer not null,
  created_at timestamp(3) with time zone not null,
  name_key varchar(255) not null,
  escalated_at timestamp(3) with time zone,
  primary key (task_id, list)
);

insert into tasks_entry (tenant, list, task_id, process_key, due, urgency, created_at, name_key, escalated_at)
select tenant, 'mine:' || assignee, id, coalesce(process_key, ''), due, urgency, created_at, name_key, escalated_at
from tasks_task where status = 'OPEN' and assignee is not null;

insert into tasks_entry (tenant, list, task_id, process_key, due, urgency, created_at, name_key, escalated_at)
select t.tenant, c.kind || ':' || c.candidate, t.id, coalesce(t.process_key, ''), t.due, t.urgency, t.created_at, t.name_key,
  t.escalated_at
from tasks_task t join tasks_candidate c on c.task_id = t.id where t.status = 'OPEN' and t.assignee is null;

insert into tasks_entry (tenant, list, task_id, process_key, due, urgency, created_at, name_key, escalated_at)
select tenant, 'escalated:' || list, task_id, process_key, due, urgency, created_at, name_key, escalated_at
from tasks_entry where escalated_at is not null;

insert into tasks_entry (tenant, list, task_id, process_key, due, urgency, created_at, name_key, escalated_at)
select tenant, 'escalated:all', id, coalesce(process_key, ''), due, urgency, created_at, name_key, escalated_at
from tasks_task where status = 'OPEN' and escalated_at is not null;

create index tasks_entry_due on tasks_entry (tenant, list, due, task_id);
create index tasks_entry_urgency on tasks_entry (tenant, list, urgency, due, task_id);
create index tasks_entry_created on tasks_entry (tenant, list, created_at, task_id);
create index tasks_entry_name on tasks_entry (tenant, list, name_key, task_id);
create index tasks_entry_process on tasks_entry (tenant, list, process_key, due, task_id);
create index tasks_entry_escalated on tasks_entry (tenant, list, escalated_at, task_id);

drop table tasks_candidate;
drop index tasks_task_escalated;

-- When an open task is to be put on the lists of overdue ones; null when it stands there or never will.
alter table tasks_task add column overdue_from timestamp(3) with time zone;
update tasks_task set overdue_from = due
where status = 'OPEN' and due < timestamp with time zone '9999-12-31 00:00:00+00';
create index tasks_task_overdue on tasks_task (overdue_from, tenant);

-- The words by which a task is found, as bytes: their order is the same in every database and language.
create table tasks_word (
  tenant varchar(64) not null,
  word bytea not null,
  task_id varchar(64) not null,
  primary key (task_id, word)
);
create index tasks_word_word on tasks_word (tenant, word, task_id);
