-- Ids of users and machine clients together: an id is given once and never again, for history names its actor by it.
create table identity_name (
  id varchar(64) primary key
);

create table identity_tenant (
  id varchar(64) primary key,
  name varchar(200) not null,
  created_at timestamp(3) with time zone not null
);

create table identity_user (
  id varchar(64) primary key references identity_name (id),
  name varchar(200) not null,
  email varchar(254),
  password_hash varchar(200),
  password_expired boolean not null,
  platform_admin boolean not null,
  created_at timestamp(3) with time zone not null
);

-- What a user is in one tenant; roles are words of a fixed set, parted by spaces.
create table identity_membership (
  tenant varchar(64) not null references identity_tenant (id),
  user_id varchar(64) not null references identity_user (id),
  roles varchar(200) not null,
  enabled boolean not null,
  revision bigint not null,
  joined_at timestamp(3) with time zone not null,
  primary key (tenant, user_id)
);
create index identity_membership_user on identity_membership (user_id);

create table identity_group (
  tenant varchar(64) not null references identity_tenant (id),
  id varchar(64) not null,
  name varchar(200) not null,
  revision bigint not null,
  created_at timestamp(3) with time zone not null,
  primary key (tenant, id)
);

create table identity_group_member (
  tenant varchar(64) not null,
  group_id varchar(64) not null,
  user_id varchar(64) not null,
  primary key (tenant, group_id, user_id),
  foreign key (tenant, group_id) references identity_group (tenant, id),
  foreign key (tenant, user_id) references identity_membership (tenant, user_id)
);
create index identity_group_member_user on identity_group_member (tenant, user_id);

-- Failed logins by the name that was typed, whether or not such a user exists: the answers must not tell.
create table identity_login_failure (
  username varchar(64) primary key,
  failures integer not null,
  last_at timestamp(3) with time zone not null,
  locked_until timestamp(3) with time zone
);

create table identity_client (
  id varchar(64) primary key references identity_name (id),
  tenant varchar(64) not null references identity_tenant (id),
  name varchar(200) not null,
  kind varchar(10) not null,
  roles varchar(200) not null,
  secret_hash varchar(200) not null,
  created_at timestamp(3) with time zone not null,
  created_by varchar(64) not null,
  secret_changed_at timestamp(3) with time zone not null,
  deleted_at timestamp(3) with time zone
);
create index identity_client_tenant on identity_client (tenant, id);

create table identity_api_key (
  id varchar(36) primary key,
  tenant varchar(64) not null references identity_tenant (id),
  owner varchar(64) not null references identity_name (id),
  name varchar(200) not null,
  secret_hash varchar(64) not null,
  hint varchar(20) not null,
  roles varchar(200) not null,
  created_at timestamp(3) with time zone not null,
  created_by varchar(64) not null,
  expires_at timestamp(3) with time zone,
  last_used_at timestamp(3) with time zone
);
create unique index identity_api_key_secret on identity_api_key (secret_hash);
create index identity_api_key_owner on identity_api_key (tenant, owner, id);

create table identity_signing_key (
  id varchar(64) primary key,
  jwk varchar(8000) not null,
  salt varchar(64),
  created_at timestamp(3) with time zone not null,
  retired_at timestamp(3) with time zone
);

-- A login and all tokens that came of it (a token family); its id is the sid claim.
create table identity_session (
  id varchar(36) primary key,
  principal varchar(64) not null,
  client varchar(64) not null,
  grant_type varchar(100) not null,
  scopes varchar(1000) not null,
  attributes text not null,
  version integer not null,
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  revoked_at timestamp(3) with time zone
);
create index identity_session_principal on identity_session (principal);
create index identity_session_expiry on identity_session (expires_at);

-- Tokens by the SHA-256 of their value; used refresh tokens stay, so that a second use is noticed.
create table identity_token (
  hash varchar(64) primary key,
  session_id varchar(36) not null references identity_session (id) on delete cascade,
  kind varchar(20) not null,
  issued_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone
);
create index identity_token_session on identity_token (session_id);
