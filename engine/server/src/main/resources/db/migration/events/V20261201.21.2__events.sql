create table events_subscription (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  name varchar(200) not null,
  types text not null,
  filter text,
  sink_kind varchar(40) not null,
  sink text not null,
  secret text,
  status varchar(10) not null,
  reason varchar(500),
  position bigint not null,
  missed bigint not null,
  failures integer not null,
  revision bigint not null,
  created_by varchar(64) not null,
  actor_name varchar(255) not null,
  actor_kind varchar(10) not null,
  actor_roles text not null,
  actor_groups text not null,
  actor_member boolean not null,
  created_at timestamp(3) with time zone not null
);
create index events_subscription_tenant on events_subscription (tenant, id);

-- What one subscriber is to receive or has received. Those of one order_key go one after the other, by id.
create table events_delivery (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  subscription varchar(36) not null,
  seq bigint not null,
  event_id varchar(200) not null,
  type varchar(200) not null,
  order_key varchar(300) not null,
  replayed boolean not null,
  status varchar(10) not null,
  attempts integer not null,
  due_at timestamp(3) with time zone not null,
  answer integer,
  error varchar(500),
  created_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone
);
create index events_delivery_order on events_delivery (subscription, status, order_key, id);
create index events_delivery_list on events_delivery (subscription, id);
create index events_delivery_ended on events_delivery (ended_at);

-- Parts of the log that a subscriber asked for once more.
create table events_replay (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  subscription varchar(36) not null,
  position bigint not null,
  up_to bigint not null,
  from_at timestamp(3) with time zone not null,
  to_at timestamp(3) with time zone
);
create index events_replay_subscription on events_replay (subscription, id);

-- db-scheduler's table of the bus: deliveries wait for other people's servers, so they have threads of their own
create table events_scheduled (
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
create index events_scheduled_due on events_scheduled (execution_time);
create index events_scheduled_heartbeat on events_scheduled (last_heartbeat);
