-- Indexes of the engine's tables on PostgreSQL, see docs/adr/0024. Each statement stands alone and may be repeated.

-- Columns that are mostly null: an index of what is there answers the same questions.
create index if not exists engine_procinst_business_key on ACT_HI_PROCINST (BUSINESS_KEY_) where BUSINESS_KEY_ is not null;
create index if not exists engine_procinst_restarted on ACT_HI_PROCINST (RESTARTED_PROC_INST_ID_) where RESTARTED_PROC_INST_ID_ is not null;
create index if not exists engine_procinst_called_by on ACT_HI_PROCINST (SUPER_PROCESS_INSTANCE_ID_) where SUPER_PROCESS_INSTANCE_ID_ is not null;
create index if not exists engine_detail_task on ACT_HI_DETAIL (TASK_ID_) where TASK_ID_ is not null;
create index if not exists engine_detail_bytes on ACT_HI_DETAIL (BYTEARRAY_ID_) where BYTEARRAY_ID_ is not null;
create index if not exists engine_varinst_bytes on ACT_HI_VARINST (BYTEARRAY_ID_) where BYTEARRAY_ID_ is not null;
create index if not exists engine_identity_user on ACT_HI_IDENTITYLINK (USER_ID_) where USER_ID_ is not null;
create index if not exists engine_identity_group on ACT_HI_IDENTITYLINK (GROUP_ID_) where GROUP_ID_ is not null;
create index if not exists engine_job_log_stack on ACT_HI_JOB_LOG (JOB_EXCEPTION_STACK_ID_) where JOB_EXCEPTION_STACK_ID_ is not null;
create index if not exists engine_ext_task_log_error on ACT_HI_EXT_TASK_LOG (ERROR_DETAILS_ID_) where ERROR_DETAILS_ID_ is not null;
create index if not exists engine_op_log_task on ACT_HI_OP_LOG (TASK_ID_) where TASK_ID_ is not null;
create index if not exists engine_execution_business_key on ACT_RU_EXECUTION (BUSINESS_KEY_) where BUSINESS_KEY_ is not null;
create index if not exists engine_execution_parent on ACT_RU_EXECUTION (PARENT_ID_) where PARENT_ID_ is not null;
create index if not exists engine_execution_called_by on ACT_RU_EXECUTION (SUPER_EXEC_) where SUPER_EXEC_ is not null;
create index if not exists engine_task_owner on ACT_RU_TASK (OWNER_) where OWNER_ is not null;
create index if not exists engine_link_user on ACT_RU_IDENTITYLINK (USER_ID_) where USER_ID_ is not null;
create index if not exists engine_link_group on ACT_RU_IDENTITYLINK (GROUP_ID_) where GROUP_ID_ is not null;
create index if not exists engine_link_definition on ACT_RU_IDENTITYLINK (PROC_DEF_ID_) where PROC_DEF_ID_ is not null;
create index if not exists engine_variable_task on ACT_RU_VARIABLE (TASK_ID_, NAME_, TYPE_) where TASK_ID_ is not null;
create index if not exists engine_variable_bytes on ACT_RU_VARIABLE (BYTEARRAY_ID_) where BYTEARRAY_ID_ is not null;
create index if not exists engine_variable_batch on ACT_RU_VARIABLE (BATCH_ID_) where BATCH_ID_ is not null;
create index if not exists engine_job_stack on ACT_RU_JOB (EXCEPTION_STACK_ID_) where EXCEPTION_STACK_ID_ is not null;
create index if not exists engine_ext_task_error on ACT_RU_EXT_TASK (ERROR_DETAILS_ID_) where ERROR_DETAILS_ID_ is not null;

-- Each task that ends is asked for its subtasks.
create index if not exists engine_task_parent on ACT_RU_TASK (PARENT_TASK_ID_) where PARENT_TASK_ID_ is not null;

-- The list of executions: a tenant's, newest first.
create index if not exists engine_procinst_list on ACT_HI_PROCINST (TENANT_ID_, START_TIME_, ID_);

-- In the place of the above.
drop index if exists ACT_IDX_HI_PRO_I_BUSKEY;
drop index if exists ACT_IDX_HI_PRO_RST_PRO_INST_ID;
drop index if exists ACT_IDX_HI_PRO_INST_TENANT_ID;
drop index if exists ACT_IDX_HI_PRO_INST_PROC_TIME;
drop index if exists ACT_IDX_HI_DETAIL_TASK_ID;
drop index if exists ACT_IDX_HI_DETAIL_BYTEAR;
drop index if exists ACT_IDX_HI_DETAIL_TASK_BYTEAR;
drop index if exists ACT_IDX_HI_VARINST_BYTEAR;
drop index if exists ACT_IDX_HI_IDENT_LNK_USER;
drop index if exists ACT_IDX_HI_IDENT_LNK_GROUP;
drop index if exists ACT_IDX_HI_JOB_LOG_EX_STACK;
drop index if exists ACT_IDX_HI_EXTTASKLOG_ERRORDET;
drop index if exists ACT_IDX_HI_OP_LOG_TASK;
drop index if exists ACT_IDX_EXEC_BUSKEY;
drop index if exists ACT_IDX_EXE_PARENT;
drop index if exists ACT_IDX_EXE_SUPER;
drop index if exists ACT_IDX_TASK_OWNER;
drop index if exists ACT_IDX_IDENT_LNK_USER;
drop index if exists ACT_IDX_IDENT_LNK_GROUP;
drop index if exists ACT_IDX_ATHRZ_PROCEDEF;
drop index if exists ACT_IDX_VARIABLE_TASK_ID;
drop index if exists ACT_IDX_VARIABLE_TASK_NAME_TYPE;
drop index if exists ACT_IDX_VAR_BYTEARRAY;
drop index if exists ACT_IDX_BATCH_ID;
drop index if exists ACT_IDX_JOB_EXCEPTION;
drop index if exists ACT_IDX_EXT_TASK_ERR_DETAILS;

-- The beginning of another index.
drop index if exists ACT_IDX_HI_PROCVAR_PROC_INST;
drop index if exists ACT_IDX_HI_VARINST_NAME;
drop index if exists ACT_IDX_HI_TASKINSTID_PROCINST;
drop index if exists ACT_IDX_JOB_HANDLER_TYPE;

-- A tenant, a definition's key or a kind is no question for an index: the answer is a good part of the table.
drop index if exists ACT_IDX_HI_ACT_INST_TENANT_ID;
drop index if exists ACT_IDX_HI_ACT_INST_PROC_DEF_KEY;
drop index if exists ACT_IDX_HI_TASK_INST_TENANT_ID;
drop index if exists ACT_IDX_HI_TASK_INST_PROC_DEF_KEY;
drop index if exists ACT_IDX_HI_DETAIL_TENANT_ID;
drop index if exists ACT_IDX_HI_DETAIL_PROC_DEF_KEY;
drop index if exists ACT_IDX_HI_DETAIL_NAME;
drop index if exists ACT_IDX_HI_IDENT_LNK_TENANT_ID;
drop index if exists ACT_IDX_HI_IDENT_LNK_PROC_DEF_KEY;
drop index if exists ACT_IDX_HI_VAR_INST_TENANT_ID;
drop index if exists ACT_IDX_HI_VAR_INST_PROC_DEF_KEY;
drop index if exists ACT_IDX_HI_INCIDENT_TENANT_ID;
drop index if exists ACT_IDX_HI_INCIDENT_PROC_DEF_KEY;
drop index if exists ACT_IDX_HI_JOB_LOG_TENANT_ID;
drop index if exists ACT_IDX_HI_JOB_LOG_PROC_DEF_KEY;
drop index if exists ACT_IDX_HI_JOB_LOG_JOB_CONF;
drop index if exists ACT_HI_EXT_TASK_LOG_PROC_DEF_KEY;
drop index if exists ACT_HI_EXT_TASK_LOG_TENANT_ID;
drop index if exists ACT_IDX_HI_OP_LOG_OP_TYPE;
drop index if exists ACT_IDX_HI_OP_LOG_ENTITY_TYPE;
drop index if exists ACT_IDX_EXEC_TENANT_ID;
drop index if exists ACT_IDX_TASK_TENANT_ID;
drop index if exists ACT_IDX_EVENT_SUBSCR_TENANT_ID;
drop index if exists ACT_IDX_VARIABLE_TENANT_ID;
drop index if exists ACT_IDX_INC_TENANT_ID;
drop index if exists ACT_IDX_JOB_TENANT_ID;
drop index if exists ACT_IDX_EXT_TASK_TENANT_ID;

-- Cases (CMMN), which the platform does not run.
drop index if exists ACT_IDX_HI_DETAIL_CASE_INST;
drop index if exists ACT_IDX_HI_DETAIL_CASE_EXEC;
drop index if exists ACT_IDX_HI_CASEVAR_CASE_INST;

-- Times and places of single steps, which are asked for within an execution or a definition; lists of tasks are the inbox's.
drop index if exists ACT_IDX_HI_ACT_INST_START_END;
drop index if exists ACT_IDX_HI_ACT_INST_END;
drop index if exists ACT_IDX_HI_ACT_INST_COMP;
drop index if exists ACT_IDX_HI_ACT_INST_STATS;
drop index if exists ACT_IDX_HI_DETAIL_TIME;
drop index if exists ACT_IDX_HI_DETAIL_ACT_INST;
drop index if exists ACT_IDX_HI_VARINST_ACT_INST_ID;
drop index if exists ACT_IDX_HI_TASK_INST_START;
drop index if exists ACT_IDX_HI_TASK_INST_END;
drop index if exists ACT_IDX_HI_IDENT_LNK_TIMESTAMP;
drop index if exists ACT_IDX_HI_JOB_LOG_JOB_DEF_ID;
drop index if exists ACT_IDX_HI_PRO_INST_END;
drop index if exists ACT_IDX_TASK_CREATE;
drop index if exists ACT_IDX_TASK_LAST_UPDATED;
drop index if exists ACT_IDX_EXT_TASK_PRIORITY;
