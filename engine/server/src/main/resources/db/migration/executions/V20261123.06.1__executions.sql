create table executions_change (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  execution varchar(64) not null,
  type varchar(40) not null,
  actor varchar(64) not null,
  begun_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone not null,
  detail text not null
);
create index executions_change_execution on executions_change (execution, begun_at);
