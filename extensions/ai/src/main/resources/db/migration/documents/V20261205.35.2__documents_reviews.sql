-- An extraction that a person looks at, and afterwards what is right: the test set of the sender's template.
create table documents_review (
  tenant varchar(64) not null,
  id varchar(64) not null,
  document varchar(64) not null,
  sender varchar(300) not null,
  status varchar(20) not null,
  confidence double precision not null,
  fields text not null,
  created_at timestamp(3) with time zone not null,
  reviewed_by varchar(255),
  reviewed_at timestamp(3) with time zone,
  primary key (tenant, id),
  constraint documents_review_document foreign key (tenant, document)
    references documents_document (tenant, id) on delete cascade
);

create index documents_review_list on documents_review (tenant, status, id);
create index documents_review_sender on documents_review (tenant, sender, status, id);
create index documents_review_of on documents_review (tenant, document);

-- What was learned of a sender's documents, version by version.
create table documents_template (
  tenant varchar(64) not null,
  sender varchar(300) not null,
  version integer not null,
  labels text not null,
  accuracy double precision not null,
  tested integer not null,
  used boolean not null,
  created_at timestamp(3) with time zone not null,
  primary key (tenant, sender, version)
);
