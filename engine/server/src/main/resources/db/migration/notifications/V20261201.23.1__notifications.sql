create table notifications_message (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  channel varchar(10) not null,
  -- as it was asked for, and the user if it is one
  recipient varchar(320) not null,
  person varchar(64),
  topic varchar(100) not null,
  template varchar(100),
  template_version integer,
  locale varchar(20) not null,
  subject varchar(1000),
  body text not null,
  html boolean not null,
  task varchar(64),
  dedup_key varchar(200),
  urgent boolean not null,
  status varchar(10) not null,
  code varchar(100),
  attempts integer not null,
  next_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null,
  created_by varchar(64) not null,
  ended_at timestamp(3) with time zone,
  read_at timestamp(3) with time zone
);
create index notifications_message_tenant on notifications_message (tenant, id);
create index notifications_message_inbox on notifications_message (tenant, person, channel, id);
create unique index notifications_message_once on notifications_message (tenant, dedup_key);
create index notifications_message_ended on notifications_message (ended_at);

create table notifications_attempt (
  message varchar(36) not null,
  number integer not null,
  tenant varchar(64) not null,
  attempted_at timestamp(3) with time zone not null,
  error varchar(500),
  primary key (message, number)
);

create table notifications_template (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  name varchar(100) not null,
  version integer not null,
  latest boolean not null,
  html boolean not null,
  texts text not null,
  created_at timestamp(3) with time zone not null,
  created_by varchar(64) not null
);
create unique index notifications_template_version on notifications_template (tenant, name, version);

-- of a person, or of an address that is nobody's
create table notifications_preference (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  recipient varchar(320) not null,
  content text not null
);
create unique index notifications_preference_recipient on notifications_preference (tenant, recipient);

-- links that act once
create table notifications_link (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  person varchar(64) not null,
  task varchar(64) not null,
  outcome varchar(100) not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone
);
create index notifications_link_expires on notifications_link (expires_at);

-- what happened to tasks and is still to be told
create table notifications_notice (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  topic varchar(100) not null,
  task varchar(64) not null,
  -- a user or a group; empty for the task's assignee
  told varchar(64) not null,
  variables text not null,
  actor varchar(64) not null,
  noticed_at timestamp(3) with time zone not null
);
