-- That the tools of a tenant changed: nodes with listeners look here. Old rows are thrown away.
create table mcp_change (
  tenant varchar(64) not null,
  id varchar(64) not null,
  at timestamp(3) with time zone not null,
  primary key (tenant, id)
);

-- What a client said to a node that does not wait for it; the node that does looks here. Rows last for minutes.
create table mcp_relay (
  id varchar(200) primary key,
  holder varchar(64) not null,
  content text not null,
  at timestamp(3) with time zone not null
);

create index mcp_relay_at on mcp_relay (at);

-- A server elsewhere whose tools are offered here. The secret, encrypted, is a header of each call.
create table mcp_server (
  tenant varchar(64) not null,
  id varchar(64) not null,
  name varchar(20) not null,
  content text not null,
  secret text,
  enabled boolean not null,
  status varchar(20) not null,
  detail varchar(500),
  offered text not null,
  checked_at timestamp(3) with time zone,
  revision bigint not null,
  created_by varchar(255) not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(255) not null,
  primary key (tenant, id),
  constraint mcp_server_name unique (tenant, name)
);
