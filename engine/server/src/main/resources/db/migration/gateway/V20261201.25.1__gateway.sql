-- How much of a limit is left, as the nodes settle it with each other; see Bucket4j.
create table gateway_bucket (
  id varchar(500) not null primary key,
  state bytea,
  expires_at bigint
);
