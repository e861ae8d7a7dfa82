-- Parts of documents with what they mean as a vector (little-endian floats), to be found by meaning.
create table documents_passage (
  tenant varchar(64) not null,
  document varchar(64) not null,
  position integer not null,
  page integer not null,
  start_at integer not null,
  end_at integer not null,
  content text not null,
  model varchar(100) not null,
  vector bytea not null,
  primary key (tenant, document, position),
  constraint documents_passage_document foreign key (tenant, document)
    references documents_document (tenant, id) on delete cascade
);
