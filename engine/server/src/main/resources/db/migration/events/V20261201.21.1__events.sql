-- What transactions have to tell waits here, with one index only, until it gets its place in the log.
create table events_outbox (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  type varchar(200) not null,
  source varchar(300) not null,
  subject varchar(300),
  at timestamp(3) with time zone not null,
  data text,
  traceparent varchar(64),
  attributes text
);

-- The log. Places have no gaps and stored_at never goes back.
create table events_event (
  seq bigint primary key,
  stored_at timestamp(3) with time zone not null,
  id varchar(36) not null,
  tenant varchar(64) not null,
  type varchar(200) not null,
  source varchar(300) not null,
  subject varchar(300),
  at timestamp(3) with time zone not null,
  data text,
  traceparent varchar(64),
  attributes text
);
create index events_event_tenant on events_event (tenant, seq);

-- Whoever gives places holds this row: one node at a time.
create table events_sequence (
  id integer primary key,
  seq bigint not null,
  stored_at timestamp(3) with time zone
);
insert into events_sequence (id, seq) values (1, 0);

-- Which foreign events came already.
create table events_received (
  tenant varchar(64) not null,
  source varchar(300) not null,
  id varchar(200) not null,
  at timestamp(3) with time zone not null,
  primary key (tenant, source, id)
);
create index events_received_at on events_received (at);

create table events_schema (
  tenant varchar(64) not null,
  type varchar(200) not null,
  version integer not null,
  body text not null,
  compatibility varchar(10) not null,
  created_by varchar(64) not null,
  created_at timestamp(3) with time zone not null,
  primary key (tenant, type, version)
);
