-- What people said of an agent's answers; those with a correction can become examples.
create table agents_example (
  tenant varchar(64) not null,
  id varchar(64) not null,
  agent varchar(64) not null,
  version integer not null,
  run varchar(64),
  input text not null,
  output text not null,
  output_schema text,
  feedback varchar(2000) not null,
  correction text,
  status varchar(20) not null,
  created_by varchar(255) not null,
  created_at timestamp(3) with time zone not null,
  reviewed_by varchar(255),
  reviewed_at timestamp(3) with time zone,
  evaluation text,
  primary key (tenant, id)
);

create index agents_example_agent on agents_example (tenant, agent, status, id);

-- What an agent must get right before it may learn something new.
create table agents_case (
  tenant varchar(64) not null,
  id varchar(64) not null,
  agent varchar(64) not null,
  input text not null,
  expected text not null,
  output_schema text,
  example varchar(64),
  created_by varchar(255) not null,
  created_at timestamp(3) with time zone not null,
  primary key (tenant, id)
);

create index agents_case_agent on agents_case (tenant, agent, id);
