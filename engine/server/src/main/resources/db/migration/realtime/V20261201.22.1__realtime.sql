-- Who listens where, on all nodes.
create table realtime_presence (
  id varchar(250) primary key,
  node varchar(36) not null,
  tenant varchar(64) not null,
  channel varchar(150) not null,
  user_id varchar(64) not null,
  user_name varchar(255) not null,
  seen_at timestamp(3) with time zone not null
);
create index realtime_presence_channel on realtime_presence (tenant, channel);
create index realtime_presence_seen on realtime_presence (seen_at);
