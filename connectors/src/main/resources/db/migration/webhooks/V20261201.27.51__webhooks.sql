-- An address for other systems. The token is in the address; the secret, encrypted, signs what comes.
create table webhooks_webhook (
  tenant varchar(64) not null,
  id varchar(64) not null,
  name varchar(200) not null,
  token varchar(64) not null,
  content text not null,
  secret text not null,
  enabled boolean not null,
  rejected bigint not null,
  last_rejected_at timestamp(3) with time zone,
  revision bigint not null,
  created_by varchar(255) not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(255) not null,
  primary key (tenant, id),
  constraint webhooks_webhook_name unique (tenant, name),
  constraint webhooks_webhook_token unique (token)
);

-- Deliveries with a good signature, without their content; those that were handled are not handled again.
create table webhooks_delivery (
  tenant varchar(64) not null,
  id varchar(64) not null,
  webhook varchar(64) not null,
  delivery_key varchar(300) not null,
  delivery_id varchar(200),
  digest varchar(64) not null,
  received_at timestamp(3) with time zone not null,
  size_in_bytes integer not null,
  outcome varchar(20) not null,
  reference varchar(300),
  detail varchar(1000),
  primary key (tenant, id),
  constraint webhooks_delivery_once unique (webhook, delivery_key),
  constraint webhooks_delivery_webhook foreign key (tenant, webhook)
    references webhooks_webhook (tenant, id) on delete cascade
);

create index webhooks_delivery_log on webhooks_delivery (tenant, webhook, id);
create index webhooks_delivery_same on webhooks_delivery (webhook, digest);
create index webhooks_delivery_age on webhooks_delivery (received_at);
