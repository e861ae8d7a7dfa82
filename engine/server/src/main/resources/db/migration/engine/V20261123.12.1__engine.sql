-- Under which trace a running execution was started, so that its later jobs and external tasks join that trace.
-- Rows exist only for what was sampled while traces are exported.
create table engine_trace (
  execution_id varchar(64) primary key,
  traceparent varchar(64) not null
);
