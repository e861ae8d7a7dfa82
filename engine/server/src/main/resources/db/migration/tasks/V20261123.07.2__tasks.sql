-- A group's tasks by name: without it each page sorts all of them.
create index tasks_candidate_name on tasks_candidate (tenant, kind, candidate, assigned, name_key, task_id);
