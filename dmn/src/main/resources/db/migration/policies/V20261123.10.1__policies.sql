-- One row for each tenant that ever had a policy; in_force null: the roles alone decide.
create table policies_policy (
  tenant varchar(64) primary key,
  revision bigint not null,
  in_force integer,
  draft text,
  draft_at timestamp(3) with time zone,
  draft_by varchar(64)
);

create table policies_version (
  tenant varchar(64) not null,
  version integer not null,
  dmn text not null,
  changelog varchar(2000),
  rolled_back_to integer,
  published_at timestamp(3) with time zone not null,
  published_by varchar(64) not null,
  primary key (tenant, version)
);

create table policies_subject (
  tenant varchar(64) not null,
  subject varchar(64) not null,
  attributes text not null,
  primary key (tenant, subject)
);
