-- Each call of a language model, without what was said.
create table models_call (
  tenant varchar(64) not null,
  id varchar(64) not null,
  at timestamp(3) with time zone not null,
  purpose varchar(60) not null,
  agent varchar(200) not null,
  process_key varchar(255) not null,
  task varchar(200) not null,
  provider varchar(100) not null,
  model varchar(200) not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  cost numeric(18, 8),
  cached boolean not null,
  latency_ms bigint not null,
  outcome varchar(60) not null,
  guardrails varchar(300) not null,
  primary key (tenant, id)
);

create index models_call_age on models_call (at);
create index models_call_task on models_call (tenant, task, id);

-- The same by day: what usage and budgets are summed up from. No agent or process is an empty text.
create table models_day (
  tenant varchar(64) not null,
  on_day date not null,
  purpose varchar(60) not null,
  agent varchar(200) not null,
  process_key varchar(255) not null,
  provider varchar(100) not null,
  model varchar(200) not null,
  calls bigint not null,
  cached bigint not null,
  failed bigint not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  cost numeric(18, 8) not null,
  latency_ms bigint not null,
  primary key (tenant, on_day, purpose, agent, process_key, provider, model)
);

create table models_budget (
  tenant varchar(64) not null,
  id varchar(64) not null,
  scope varchar(20) not null,
  subject varchar(255) not null,
  period varchar(20) not null,
  limit_usd numeric(18, 8),
  limit_tokens bigint,
  warn_percent integer not null,
  warned_for date,
  reached_for date,
  revision bigint not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(255) not null,
  primary key (tenant, id),
  constraint models_budget_once unique (tenant, scope, subject, period)
);

create table models_guardrails (
  tenant varchar(64) not null,
  content text not null,
  revision bigint not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(255) not null,
  primary key (tenant)
);
