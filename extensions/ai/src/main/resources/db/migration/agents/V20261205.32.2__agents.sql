-- Work that a person has to decide on. Closed ones stay, since they tell how good an agent is.
create table agents_escalation (
  tenant varchar(64) not null,
  id varchar(64) not null,
  agent varchar(64) not null,
  agent_name varchar(200) not null,
  version integer not null,
  run varchar(64) not null,
  reason varchar(30) not null,
  detail varchar(1000) not null,
  proposal text,
  confidence double precision,
  status varchar(20) not null,
  assignee varchar(255) not null,
  requester varchar(255) not null,
  task varchar(64),
  execution varchar(64),
  process_key varchar(255),
  activity varchar(255),
  guidance text,
  output text,
  created_at timestamp(3) with time zone not null,
  decided_by varchar(255),
  decided_at timestamp(3) with time zone,
  revision bigint not null,
  primary key (tenant, id)
);

create index agents_escalation_list on agents_escalation (tenant, status, id);
create index agents_escalation_assignee on agents_escalation (tenant, assignee, status, id);
create index agents_escalation_run on agents_escalation (tenant, run);
