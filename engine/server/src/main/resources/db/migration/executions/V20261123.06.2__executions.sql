-- Messages that came before anybody waited for them.
create table executions_message (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  name varchar(255) not null,
  business_key varchar(255),
  execution_id varchar(64),
  correlation text not null,
  variables text not null,
  -- who sent it: it is received in this name
  actor varchar(64) not null,
  actor_name varchar(255) not null,
  actor_kind varchar(10) not null,
  actor_roles text not null,
  actor_groups text not null,
  on_behalf_of varchar(64),
  parked_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  next_at timestamp(3) with time zone not null,
  tries integer not null,
  problem varchar(1000)
);
create index executions_message_tenant on executions_message (tenant, id);
create index executions_message_next on executions_message (next_at);
create index executions_message_expiry on executions_message (expires_at);
