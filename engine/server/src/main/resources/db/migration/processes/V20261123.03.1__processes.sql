create table processes_process (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  process_key varchar(255) not null,
  name varchar(255) not null,
  name_folded varchar(300) not null,
  description varchar(4000),
  search_text text not null,
  status varchar(10) not null,
  latest_version integer,
  draft_checksum varchar(64) not null,
  published_checksum varchar(64),
  revision bigint not null,
  created_at timestamp(3) with time zone not null,
  created_by varchar(64) not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(64) not null,
  constraint processes_process_key unique (tenant, process_key)
);
create index processes_process_name on processes_process (tenant, name_folded, id);
create index processes_process_updated on processes_process (tenant, updated_at, id);

create table processes_tag (
  process_id varchar(36) not null references processes_process (id),
  tag varchar(64) not null,
  primary key (process_id, tag)
);
create index processes_tag_tag on processes_tag (tag, process_id);

-- The draft's files; content is base64, so that any encoding and every byte survives on every database.
create table processes_resource (
  process_id varchar(36) not null references processes_process (id),
  name varchar(200) not null,
  kind varchar(10) not null,
  content text not null,
  size_bytes integer not null,
  sha256 varchar(64) not null,
  revision bigint not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(64) not null,
  primary key (process_id, name)
);

-- A published version; its files are the engine's deployment resources.
create table processes_version (
  process_id varchar(36) not null references processes_process (id),
  version integer not null,
  tenant varchar(64) not null,
  process_key varchar(255) not null,
  definition_id varchar(64) not null,
  deployment_id varchar(64) not null,
  checksum varchar(64) not null,
  label varchar(64),
  changelog varchar(4000),
  published_at timestamp(3) with time zone not null,
  published_by varchar(64) not null,
  primary key (process_id, version)
);

create table processes_version_resource (
  process_id varchar(36) not null,
  version integer not null,
  name varchar(200) not null,
  kind varchar(10) not null,
  size_bytes integer not null,
  sha256 varchar(64) not null,
  primary key (process_id, version, name),
  foreign key (process_id, version) references processes_version (process_id, version) on delete cascade
);

-- Every engine definition that a published version brought: a file with several pools brings several.
create table processes_definition (
  definition_id varchar(64) primary key,
  tenant varchar(64) not null,
  process_id varchar(36) not null,
  version integer not null,
  foreign key (process_id, version) references processes_version (process_id, version) on delete cascade
);
create index processes_definition_process on processes_definition (process_id, version);
