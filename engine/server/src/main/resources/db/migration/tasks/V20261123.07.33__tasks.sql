-- Searches that people keep, for themselves or for groups.
create table tasks_filter (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  owner varchar(255) not null,
  name varchar(255) not null,
  search text not null,
  created_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null,
  revision bigint not null,
  constraint tasks_filter_name unique (tenant, owner, name)
);

create table tasks_filter_group (
  filter_id varchar(36) not null references tasks_filter (id) on delete cascade,
  tenant varchar(64) not null,
  group_id varchar(255) not null,
  primary key (filter_id, group_id)
);
create index tasks_filter_group_group on tasks_filter_group (tenant, group_id, filter_id);
