create table platform_idempotency (
  tenant varchar(64) not null,
  idem_key varchar(255) not null,
  request_hash varchar(64) not null,
  created_at timestamp(3) with time zone not null,
  status integer,
  location varchar(2000),
  etag varchar(100),
  body text,
  primary key (tenant, idem_key)
);
create index platform_idempotency_age on platform_idempotency (created_at);

create table platform_audit (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  at timestamp(3) with time zone not null,
  actor varchar(64) not null,
  actor_name varchar(255) not null,
  actor_kind varchar(10) not null,
  action varchar(100) not null,
  subject varchar(300) not null,
  detail text not null,
  request_id varchar(64)
);
create index platform_audit_tenant on platform_audit (tenant, id);
create index platform_audit_subject on platform_audit (tenant, subject, id);
