-- What a tenant has set up with a connector. The configuration names secrets; it never holds one.
create table integrations_integration (
  tenant varchar(64) not null,
  id varchar(64) not null,
  name varchar(200) not null,
  connector varchar(100) not null,
  configuration text not null,
  calls_per_minute integer,
  revision bigint not null,
  created_by varchar(255) not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(255) not null,
  primary key (tenant, id),
  constraint integrations_integration_name unique (tenant, name)
);

-- Encrypted values; each can be read only as the secret of this tenant and name.
create table integrations_secret (
  tenant varchar(64) not null,
  name varchar(64) not null,
  content text not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(255) not null,
  primary key (tenant, name)
);

-- How many calls an integration has left, shared by all nodes.
create table integrations_limit (
  id varchar(140) not null primary key,
  state bytea
);
