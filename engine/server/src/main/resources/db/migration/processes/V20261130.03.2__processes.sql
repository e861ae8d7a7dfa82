-- Where a process lies in the list: names of folders, separated by slashes; empty at the top.
alter table processes_process add column folder varchar(255) default '' not null;
create index processes_process_folder on processes_process (tenant, folder);

-- Remarks on elements of a model; they belong to the process, whatever version has the element.
create table processes_comment (
  id varchar(36) primary key,
  tenant varchar(64) not null,
  process_id varchar(36) not null references processes_process (id),
  element_id varchar(255) not null,
  message varchar(4000) not null,
  author varchar(64) not null,
  author_name varchar(255) not null,
  at timestamp(3) with time zone not null,
  resolved_at timestamp(3) with time zone,
  resolved_by varchar(64)
);
create index processes_comment_process on processes_comment (process_id, id);

-- Who looks at the draft of a process; a row counts for a minute.
create table processes_presence (
  process_id varchar(36) not null references processes_process (id),
  user_id varchar(64) not null,
  tenant varchar(64) not null,
  user_name varchar(255) not null,
  seen_at timestamp(3) with time zone not null,
  primary key (process_id, user_id)
);
