-- A file that somebody or a process brought. Its bytes lie in the storage, under tenant and digest.
create table documents_document (
  tenant varchar(64) not null,
  id varchar(64) not null,
  filename varchar(255) not null,
  media_type varchar(255) not null,
  size_in_bytes bigint not null,
  sha256 varchar(64) not null,
  pages integer not null,
  language varchar(8),
  status varchar(20) not null,
  progress integer not null,
  cause_code varchar(64),
  cause_detail varchar(1000),
  ocr varchar(20),
  notes text not null,
  title varchar(500),
  author varchar(500),
  created_by varchar(255) not null,
  created_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null,
  primary key (tenant, id)
);

create index documents_document_same on documents_document (tenant, sha256);

-- Who may see a document beside administrators: user:…, role:…, group:…, everyone.
create table documents_reader (
  tenant varchar(64) not null,
  document varchar(64) not null,
  reader varchar(300) not null,
  primary key (tenant, document, reader),
  constraint documents_reader_document foreign key (tenant, document)
    references documents_document (tenant, id) on delete cascade
);

create index documents_reader_who on documents_reader (tenant, reader, document);

create table documents_page (
  tenant varchar(64) not null,
  document varchar(64) not null,
  page integer not null,
  start_at integer not null,
  content text not null,
  blocks text not null,
  primary key (tenant, document, page),
  constraint documents_page_document foreign key (tenant, document)
    references documents_document (tenant, id) on delete cascade
);

-- XML that a document is or brings along: maybe the invoice itself.
create table documents_xml (
  tenant varchar(64) not null,
  document varchar(64) not null,
  position integer not null,
  name varchar(255) not null,
  content text not null,
  primary key (tenant, document, position),
  constraint documents_xml_document foreign key (tenant, document)
    references documents_document (tenant, id) on delete cascade
);
