-- Instances of services of a tenant; several may have one name.
create table registry_service (
  id varchar(36) not null primary key,
  tenant varchar(64) not null,
  name varchar(64) not null,
  url varchar(1000) not null,
  health_path varchar(500),
  version varchar(64),
  metadata text not null,
  registered_by varchar(255) not null,
  registered_at timestamp(3) with time zone not null,
  beat_at timestamp(3) with time zone not null,
  -- What its health address answered; null where it has none or was not asked yet.
  healthy boolean,
  cause varchar(500),
  since timestamp(3) with time zone not null
);
create index registry_service_name on registry_service (tenant, name, id);
create index registry_service_beat on registry_service (beat_at);

-- Workers that announce themselves, with the topics they work on as JSON.
create table registry_worker (
  tenant varchar(64) not null,
  worker varchar(255) not null,
  version varchar(64),
  topics text not null,
  announced_by varchar(255) not null,
  first_at timestamp(3) with time zone not null,
  beat_at timestamp(3) with time zone not null,
  primary key (tenant, worker)
);
create index registry_worker_beat on registry_worker (beat_at);

-- Nodes of the platform itself.
create table registry_node (
  id varchar(36) not null primary key,
  roles varchar(255) not null,
  version varchar(64),
  started_at timestamp(3) with time zone not null,
  beat_at timestamp(3) with time zone not null
);
