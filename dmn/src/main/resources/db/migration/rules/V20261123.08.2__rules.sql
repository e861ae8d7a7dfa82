create table rules_test (
  set_id varchar(36) not null references rules_set (id),
  place integer not null,
  tenant varchar(64) not null,
  name varchar(255) not null,
  facts text not null,
  decision_id varchar(255),
  expected text not null,
  primary key (set_id, place)
);
