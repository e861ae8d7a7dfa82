-- What erasures of persons did; the reports name no person.
create table audit_erasure (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  at timestamp(3) with time zone not null,
  report text not null
);
create index audit_erasure_tenant on audit_erasure (tenant, id);
