-- Work that is not handed out; an empty text where it does not matter.
create table executions_pause (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  process_key varchar(255) not null,
  activity_id varchar(255) not null,
  topic varchar(255) not null,
  reason varchar(1000),
  created_by varchar(64) not null,
  created_at timestamp(3) with time zone not null,
  unique (tenant, process_key, activity_id, topic)
);
