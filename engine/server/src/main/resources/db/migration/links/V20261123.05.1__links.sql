-- What the latest published version of each process refers to; a read model of processes' events.
create table links_reference (
  tenant varchar(64) not null,
  process_id varchar(36) not null,
  ordinal integer not null,
  process_key varchar(255) not null,
  process_version integer not null,
  kind varchar(16) not null,
  ref varchar(400) not null,
  direction varchar(3) not null,
  element_id text not null,
  primary key (process_id, ordinal)
);
create index links_reference_ref on links_reference (tenant, kind, ref, direction);
