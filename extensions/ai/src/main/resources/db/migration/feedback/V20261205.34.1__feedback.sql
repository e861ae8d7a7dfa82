-- What somebody thinks of something that the platform said; one voice each.
create table feedback_feedback (
  tenant varchar(64) not null,
  id varchar(64) not null,
  target_type varchar(40) not null,
  target_id varchar(200) not null,
  rating integer not null,
  comment text,
  correction text,
  created_at timestamp(3) with time zone not null,
  created_by varchar(255) not null,
  created_by_name varchar(255) not null,
  primary key (tenant, id),
  constraint feedback_feedback_once unique (tenant, target_type, target_id, created_by)
);
