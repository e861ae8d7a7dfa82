create table schedules_schedule (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  name varchar(200) not null,
  cron varchar(200),
  period varchar(40),
  once_at timestamp(3) with time zone,
  anchor timestamp(3) with time zone not null,
  timezone varchar(64) not null,
  action text not null,
  action_type varchar(100) not null,
  misfire varchar(10) not null,
  overlap varchar(10) not null,
  calendar varchar(64),
  outside_hours varchar(10) not null,
  status varchar(10) not null,
  next_at timestamp(3) with time zone,
  -- names the one turn of db-scheduler that counts
  tick varchar(36),
  -- for whom it runs: who saved it last, with the rights of that moment
  actor varchar(64) not null,
  actor_name varchar(255) not null,
  actor_kind varchar(10) not null,
  actor_roles text not null,
  actor_groups text not null,
  actor_member boolean not null,
  created_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(64) not null,
  revision bigint not null
);
create index schedules_schedule_tenant on schedules_schedule (tenant, id);
create unique index schedules_schedule_tick on schedules_schedule (tick);

create table schedules_run (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  schedule varchar(36) not null,
  run_trigger varchar(10) not null,
  status varchar(10) not null,
  queued boolean not null,
  attempts integer not null,
  scheduled_at timestamp(3) with time zone not null,
  started_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  code varchar(100),
  message varchar(500),
  subject varchar(300),
  actor varchar(64) not null,
  actor_name varchar(255) not null,
  actor_kind varchar(10) not null,
  actor_roles text not null,
  actor_groups text not null,
  actor_member boolean not null
);
create index schedules_run_schedule on schedules_run (schedule, id);
create index schedules_run_ended on schedules_run (ended_at);

create table schedules_missed (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  schedule varchar(36) not null,
  name varchar(200) not null,
  first_at timestamp(3) with time zone not null,
  last_at timestamp(3) with time zone not null,
  missed integer not null,
  caught_up integer not null,
  misfire varchar(10) not null,
  noticed_at timestamp(3) with time zone not null
);
create index schedules_missed_tenant on schedules_missed (tenant, id);
create index schedules_missed_schedule on schedules_missed (schedule);
