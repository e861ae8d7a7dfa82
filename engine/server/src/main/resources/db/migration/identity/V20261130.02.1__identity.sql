-- By whom of another identity provider an account is used: the subject is that provider's own and never given again.
create table identity_external_login (
  issuer varchar(500) not null,
  subject varchar(255) not null,
  user_id varchar(64) not null references identity_user (id),
  linked_at timestamp(3) with time zone not null,
  primary key (issuer, subject)
);
create index identity_external_login_user on identity_external_login (user_id);
