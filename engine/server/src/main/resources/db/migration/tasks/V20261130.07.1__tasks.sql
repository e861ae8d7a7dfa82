-- Who was called by a comment, so that each finds it without reading all comments.
create table tasks_mention (
  comment_id varchar(36) not null references tasks_comment (id) on delete cascade,
  tenant varchar(64) not null,
  person varchar(255) not null,
  primary key (comment_id, person)
);
create index tasks_mention_person on tasks_mention (tenant, person, comment_id);
