-- New entries wait here, with one index only; the sealer moves them into the chain. Entries of before are sealed likewise.
alter table platform_audit rename to audit_tail;
drop index platform_audit_tenant;
drop index platform_audit_subject;
alter table audit_tail add column trace_id varchar(64);
alter table audit_tail add column before_value text;
alter table audit_tail add column after_value text;

create table audit_entry (
  tenant varchar(64) not null,
  seq bigint not null,
  id varchar(36) not null,
  at timestamp(3) with time zone not null,
  actor varchar(64) not null,
  actor_name varchar(255) not null,
  actor_kind varchar(10) not null,
  on_behalf_of varchar(64),
  action varchar(100) not null,
  subject varchar(300) not null,
  detail text not null,
  before_value text,
  after_value text,
  request_id varchar(64),
  trace_id varchar(64),
  salt varchar(32) not null,
  content_hash varchar(64) not null,
  hash varchar(64) not null,
  erasure varchar(36),
  primary key (tenant, seq)
);
create unique index audit_entry_id on audit_entry (id);
create index audit_entry_at on audit_entry (tenant, at, id);
create index audit_entry_subject on audit_entry (tenant, subject, at, id);
create index audit_entry_actor on audit_entry (tenant, actor, at, id);
create index audit_entry_action on audit_entry (tenant, action, at, id);

-- The end of each tenant's chain.
create table audit_chain (
  tenant varchar(64) primary key,
  seq bigint not null,
  hash varchar(64) not null
);

-- Whoever seals or erases holds this row: one node at a time.
create table audit_sealing (id integer primary key);
insert into audit_sealing (id) values (1);

-- What an erasure put in the place of which entries' content; its own entry in the chain holds a digest of these.
create table audit_replaced (
  erasure varchar(36) not null,
  tenant varchar(64) not null,
  seq bigint not null,
  content_hash varchar(64) not null,
  primary key (tenant, erasure, seq)
);

-- Both together, for whoever looks into the database.
create view audit_log as
select id, tenant, at, actor, action, subject, detail from audit_entry
union all
select id, tenant, at, actor, action, subject, detail from audit_tail;
