create table prompts_prompt (
  tenant varchar(64) not null,
  id varchar(64) not null,
  name varchar(200) not null,
  description varchar(1000) not null,
  latest integer not null,
  revision bigint not null,
  created_by varchar(255) not null,
  created_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(255) not null,
  primary key (tenant, id),
  constraint prompts_prompt_name unique (tenant, name)
);

-- Never changed after it was made.
create table prompts_version (
  tenant varchar(64) not null,
  prompt varchar(64) not null,
  number integer not null,
  template text not null,
  variables text not null,
  changelog varchar(1000) not null,
  created_by varchar(255) not null,
  created_at timestamp(3) with time zone not null,
  primary key (tenant, prompt, number),
  constraint prompts_version_prompt foreign key (tenant, prompt) references prompts_prompt (tenant, id) on delete cascade
);

create table prompts_label (
  tenant varchar(64) not null,
  prompt varchar(64) not null,
  label varchar(40) not null,
  version integer not null,
  primary key (tenant, prompt, label),
  constraint prompts_label_version foreign key (tenant, prompt, version)
    references prompts_version (tenant, prompt, number) on delete cascade
);

create table prompts_test_set (
  tenant varchar(64) not null,
  prompt varchar(64) not null,
  id varchar(64) not null,
  name varchar(200) not null,
  content text not null,
  revision bigint not null,
  updated_at timestamp(3) with time zone not null,
  updated_by varchar(255) not null,
  primary key (tenant, id),
  constraint prompts_test_set_name unique (tenant, prompt, name),
  constraint prompts_test_set_prompt foreign key (tenant, prompt) references prompts_prompt (tenant, id) on delete cascade
);

create table prompts_run (
  tenant varchar(64) not null,
  id varchar(64) not null,
  test_set varchar(64) not null,
  test_set_revision bigint not null,
  version integer not null,
  score double precision not null,
  passed boolean not null,
  cases text not null,
  run_at timestamp(3) with time zone not null,
  run_by varchar(255) not null,
  primary key (tenant, id),
  constraint prompts_run_test_set foreign key (tenant, test_set) references prompts_test_set (tenant, id) on delete cascade
);

create index prompts_run_log on prompts_run (tenant, test_set, id);

-- The results of both sides as sums: a is the version that had the label, b the challenger.
create table prompts_trial (
  tenant varchar(64) not null,
  prompt varchar(64) not null,
  id varchar(64) not null,
  label varchar(40) not null,
  share integer not null,
  version_a integer not null,
  version_b integer not null,
  results_a bigint not null,
  sum_a double precision not null,
  squares_a double precision not null,
  results_b bigint not null,
  sum_b double precision not null,
  squares_b double precision not null,
  begun_at timestamp(3) with time zone not null,
  begun_by varchar(255) not null,
  ended_at timestamp(3) with time zone,
  primary key (tenant, id),
  constraint prompts_trial_prompt foreign key (tenant, prompt) references prompts_prompt (tenant, id) on delete cascade
);

create index prompts_trial_log on prompts_trial (tenant, prompt, id);
