create table versioning_deprecation (
  tenant varchar(64) not null,
  process_id varchar(36) not null,
  version integer not null,
  definition_id varchar(64) not null,
  reason varchar(1000),
  deprecated_at timestamp(3) with time zone not null,
  deprecated_by varchar(64) not null,
  primary key (tenant, process_id, version)
);
