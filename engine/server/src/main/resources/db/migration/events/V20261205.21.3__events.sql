-- Up to where the log was told to what is beside the subscriptions. Position 0: nothing yet.
create table events_relay (
  name varchar(40) primary key,
  position bigint not null,
  missed bigint not null,
  failures integer not null,
  error varchar(500),
  failing_since timestamp(3) with time zone
);
insert into events_relay (name, position, missed, failures) values ('kafka', 0, 0, 0);

-- Records of topics that nothing could be done with. The value is Base64.
create table events_record (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  topic varchar(249) not null,
  part integer not null,
  place bigint not null,
  headers text not null,
  body text not null,
  reason varchar(500) not null,
  attempts integer not null,
  arrived_at timestamp(3) with time zone not null,
  failed_at timestamp(3) with time zone not null
);
create index events_record_tenant on events_record (tenant, id);
create index events_record_failed on events_record (failed_at);
