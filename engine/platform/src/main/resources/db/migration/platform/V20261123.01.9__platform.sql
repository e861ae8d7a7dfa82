-- db-scheduler's table: work of the platform that runs in the background, on one node at a time
create table platform_scheduled (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamp(6) with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp(6) with time zone,
  last_failure timestamp(6) with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp(6) with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index platform_scheduled_due on platform_scheduled (execution_time);
create index platform_scheduled_heartbeat on platform_scheduled (last_heartbeat);
