-- A set of sources with the same readers; content is its description and who may read it.
create table knowledge_collection (
  tenant varchar(64) not null,
  id varchar(64) not null,
  name varchar(200) not null,
  content text not null,
  revision bigint not null,
  created_by varchar(255) not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(255) not null,
  primary key (tenant, id),
  constraint knowledge_collection_name unique (tenant, name)
);

-- A text, as its passages' places count it.
create table knowledge_source (
  tenant varchar(64) not null,
  id varchar(64) not null,
  collection varchar(64) not null,
  title varchar(300) not null,
  source_key varchar(300),
  document varchar(64),
  language varchar(8) not null,
  attributes text not null,
  content text not null,
  status varchar(20) not null,
  passages integer not null,
  prepared integer not null,
  cause varchar(500),
  created_at timestamp(3) with time zone not null,
  created_by varchar(255) not null,
  primary key (tenant, id),
  constraint knowledge_source_collection foreign key (tenant, collection)
    references knowledge_collection (tenant, id) on delete cascade
);
create index knowledge_source_list on knowledge_source (tenant, collection, id);
create index knowledge_source_document on knowledge_source (tenant, document);

-- A passage: the part of its source's text from start_at to end_at. The vector is little-endian floats of the model.
create table knowledge_passage (
  tenant varchar(64) not null,
  id varchar(64) not null,
  source varchar(64) not null,
  position integer not null,
  page integer,
  section varchar(600),
  start_at integer not null,
  end_at integer not null,
  text text not null,
  context text,
  model varchar(100),
  vector bytea,
  rating_sum double precision not null,
  rating_count integer not null,
  primary key (tenant, id),
  constraint knowledge_passage_source foreign key (tenant, source)
    references knowledge_source (tenant, id) on delete cascade
);
create index knowledge_passage_order on knowledge_passage (tenant, source, position);

-- How far the changes of a tenant are. A change holds the row until its commit, so a place that can be seen has no
-- unseen one before it. By the epoch an index knows whether it follows this database.
create table knowledge_sequence (
  tenant varchar(64) not null,
  epoch varchar(64) not null,
  seq bigint not null,
  primary key (tenant)
);

-- The latest change of each source that an index has to follow; a source that is gone keeps its row.
create table knowledge_change (
  tenant varchar(64) not null,
  source varchar(64) not null,
  seq bigint not null,
  primary key (tenant, source)
);
create index knowledge_change_order on knowledge_change (tenant, seq);
