-- What was suggested for a field of a task's form, and whether people took it. The value itself is not kept, only a digest
-- that tells whether the submitted one is the same.
create table dxg_suggestion (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  task_id varchar(64) not null,
  process_key varchar(255) not null,
  activity_id varchar(255) not null,
  field varchar(1000) not null,
  digest varchar(64) not null,
  confidence double precision not null,
  origin varchar(20) not null,
  shown boolean not null,
  suggested_at timestamp(3) with time zone not null,
  accepted boolean,
  settled_at timestamp(3) with time zone
);
create index dxg_suggestion_task on dxg_suggestion (task_id);
create index dxg_suggestion_form on dxg_suggestion (tenant, process_key, activity_id, settled_at);
create index dxg_suggestion_age on dxg_suggestion (tenant, suggested_at);
