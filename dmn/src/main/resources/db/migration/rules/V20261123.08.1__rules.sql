create table rules_set (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  rule_key varchar(100) not null,
  name varchar(255) not null,
  status varchar(10) not null,
  revision bigint not null,
  dmn text not null,
  checksum varchar(64) not null,
  latest_version integer,
  created_by varchar(64) not null,
  created_at timestamp(3) with time zone not null,
  updated_by varchar(64) not null,
  updated_at timestamp(3) with time zone not null
);
create unique index rules_set_key on rules_set (tenant, rule_key);
create index rules_set_list on rules_set (tenant, id);

create table rules_version (
  set_id varchar(36) not null references rules_set (id),
  version integer not null,
  tenant varchar(64) not null,
  dmn text not null,
  checksum varchar(64) not null,
  deployment_id varchar(64) not null,
  changelog varchar(2000),
  published_by varchar(64) not null,
  published_at timestamp(3) with time zone not null,
  primary key (set_id, version)
);

-- a decision id names one decision of a tenant, because BPMN refers to decisions by it
create table rules_decision (
  tenant varchar(64) not null,
  decision_id varchar(255) not null,
  set_id varchar(36) not null references rules_set (id),
  primary key (tenant, decision_id)
);
create index rules_decision_set on rules_decision (set_id);
