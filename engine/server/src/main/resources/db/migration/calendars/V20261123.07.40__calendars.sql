-- When a tenant works. The content (hours, holidays) is always read as a whole.
create table calendars_calendar (
  tenant varchar(64) not null,
  id varchar(64) not null,
  name varchar(200) not null,
  is_default boolean not null,
  content text not null,
  revision bigint not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(255) not null,
  primary key (tenant, id)
);
