create table bulk_job (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  action varchar(100) not null,
  parameters text not null,
  reason varchar(1000),
  status varchar(12) not null,
  total integer not null,
  done integer not null,
  failed integer not null,
  skipped integer not null,
  undo_of varchar(36),
  undone_by varchar(36),
  -- who asked, with the rights of that moment
  actor varchar(64) not null,
  actor_name varchar(255) not null,
  actor_kind varchar(10) not null,
  actor_roles text not null,
  actor_groups text not null,
  actor_member boolean not null,
  on_behalf_of varchar(64),
  created_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone
);
create index bulk_job_tenant on bulk_job (tenant, id);
create index bulk_job_ended on bulk_job (ended_at);

create table bulk_item (
  job varchar(36) not null,
  item varchar(64) not null,
  tenant varchar(64) not null,
  status varchar(10) not null,
  attempts integer not null,
  due_at timestamp(3) with time zone not null,
  code varchar(100),
  message varchar(1000),
  detail text,
  memory text,
  decided_at timestamp(3) with time zone,
  primary key (job, item)
);
create index bulk_item_status on bulk_item (job, status, item);
