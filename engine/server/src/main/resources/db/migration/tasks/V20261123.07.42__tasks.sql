-- Who works on whose tasks while that person is away. No chains: a substitute's own substitutes get nothing of it.
create table tasks_substitute (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  person varchar(255) not null,
  substitute varchar(255) not null,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone not null,
  process_keys text not null,
  created_by varchar(255) not null,
  created_at timestamp(3) with time zone not null,
  revision bigint not null
);
create index tasks_substitute_of on tasks_substitute (tenant, substitute, until_at);
create index tasks_substitute_for on tasks_substitute (tenant, person, id);

-- For whom it was done: "X for Y".
alter table tasks_audit add column on_behalf_of varchar(255);
alter table tasks_comment add column on_behalf_of varchar(255);
alter table tasks_task add column completed_for varchar(255);
