-- An agent as it is now; content is that of its latest version.
create table agents_agent (
  tenant varchar(64) not null,
  id varchar(64) not null,
  name varchar(200) not null,
  status varchar(20) not null,
  stop_reason varchar(1000),
  content text not null,
  version integer not null,
  revision bigint not null,
  created_by varchar(255) not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(255) not null,
  primary key (tenant, id),
  constraint agents_agent_name unique (tenant, name)
);

-- What an agent was; never changed, since runs name it.
create table agents_version (
  tenant varchar(64) not null,
  id varchar(64) not null,
  agent varchar(64) not null,
  number integer not null,
  content text not null,
  created_at timestamp(3) with time zone not null,
  created_by varchar(255) not null,
  primary key (tenant, agent, number)
);

-- One piece of an agent's work, from the question to the answer, however often it was interrupted.
create table agents_run (
  tenant varchar(64) not null,
  id varchar(64) not null,
  agent varchar(64) not null,
  version integer not null,
  run_key varchar(400) not null,
  digest varchar(64) not null,
  status varchar(20) not null,
  requester varchar(255) not null,
  on_behalf_of varchar(255),
  task varchar(64),
  external_task varchar(64),
  execution varchar(64),
  process_key varchar(255),
  activity varchar(255),
  request text not null,
  answer text,
  confidence double precision,
  agreed boolean,
  cost_usd numeric(18, 8),
  input_tokens bigint not null,
  output_tokens bigint not null,
  started_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  lease_until timestamp(3) with time zone,
  primary key (tenant, id),
  constraint agents_run_once unique (tenant, run_key)
);

create index agents_run_agent on agents_run (tenant, agent, id);
create index agents_run_task on agents_run (tenant, task, agent, id);

-- What a run did, in order. A tool's call is here before it is made and again when it is over.
create table agents_step (
  tenant varchar(64) not null,
  id varchar(64) not null,
  run varchar(64) not null,
  number integer not null,
  kind varchar(20) not null,
  state varchar(20) not null,
  content text not null,
  decided_by varchar(255),
  at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  primary key (tenant, id),
  constraint agents_step_order unique (tenant, run, number)
);
