package io.flowmaster.executions.internal;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where history events come from: for each source a statement that gives their keys. {@code PHASE_}
 * says what comes first at one activity in one millisecond: 0 what made it happen, 1 it begins, 2
 * its task, 3 its variables, 4 to 6 what happens to its work, 7 its task ends, 8 it ends. What ends
 * around others in the same millisecond, an execution or a scope, stands after the last of them.
 */
enum Source {
  STARTED("p.START_TIME_", "0", 2, "0", "p.ID_", "ACT_HI_PROCINST p where p.{root}"),
  ENDED(
      "p.END_TIME_",
      "case when p.ID_ = p.ROOT_PROC_INST_ID_ then 1000000000 else coalesce("
          + "(select max(c.SEQUENCE_COUNTER_) from ACT_HI_ACTINST c where c.PROC_INST_ID_ = p.ID_), 0) end",
      8,
      "1",
      "p.ID_",
      "ACT_HI_PROCINST p where p.{root} and p.END_TIME_ is not null"),
  ENTERED(
      "a.START_TIME_",
      "a.SEQUENCE_COUNTER_",
      1,
      "0",
      "a.PROC_INST_ID_",
      "ACT_HI_ACTINST a where a.{root}"),
  LEFT(
      "a.END_TIME_",
      "case when a.ACT_TYPE_ in ({scopes}) then greatest(a.SEQUENCE_COUNTER_, coalesce("
          + "(select max(c.SEQUENCE_COUNTER_) from ACT_HI_ACTINST c where c.END_TIME_ = a.END_TIME_"
          + " and c.PROC_INST_ID_ = a.PROC_INST_ID_ and c.PARENT_ACT_INST_ID_ = a.ID_), 0))"
          + " else a.SEQUENCE_COUNTER_ end",
      8,
      "case when a.CALL_PROC_INST_ID_ is not null then 3 when a.ACT_TYPE_ in ({scopes}) then 2 else 0 end",
      "a.PROC_INST_ID_",
      "ACT_HI_ACTINST a where a.{root} and a.END_TIME_ is not null"),
  VARIABLE(
      "v.TIME_",
      "coalesce(a.SEQUENCE_COUNTER_, 0)",
      3,
      "v.SEQUENCE_COUNTER_",
      "v.PROC_INST_ID_",
      "ACT_HI_DETAIL v left join ACT_HI_ACTINST a on a.ID_ = v.ACT_INST_ID_"
          + " where v.{root} and v.TYPE_ = 'VariableUpdate'"),
  TASK_BEGUN(
      "t.START_TIME_",
      "coalesce(a.SEQUENCE_COUNTER_, 0)",
      2,
      "0",
      "t.PROC_INST_ID_",
      "ACT_HI_TASKINST t left join ACT_HI_ACTINST a on a.ID_ = t.ACT_INST_ID_ where t.{root}"),
  TASK_ENDED(
      "t.END_TIME_",
      "coalesce(a.SEQUENCE_COUNTER_, 0)",
      7,
      "0",
      "t.PROC_INST_ID_",
      "ACT_HI_TASKINST t left join ACT_HI_ACTINST a on a.ID_ = t.ACT_INST_ID_"
          + " where t.{root} and t.END_TIME_ is not null"),
  ASSIGNEE(
      "l.TIMESTAMP_",
      "coalesce(a.SEQUENCE_COUNTER_, 0)",
      4,
      "case when l.OPERATION_TYPE_ = 'delete' then 0 else 1 end",
      "t.PROC_INST_ID_",
      "ACT_HI_IDENTITYLINK l join ACT_HI_TASKINST t on t.ID_ = l.TASK_ID_"
          + " left join ACT_HI_ACTINST a on a.ID_ = t.ACT_INST_ID_"
          + " where t.{root} and l.TYPE_ = 'assignee' and (l.OPERATION_TYPE_ = 'add' or not exists"
          + " (select 1 from ACT_HI_IDENTITYLINK n where n.TASK_ID_ = l.TASK_ID_ and n.TYPE_ = 'assignee'"
          + " and n.OPERATION_TYPE_ = 'add' and n.TIMESTAMP_ = l.TIMESTAMP_))"),
  INCIDENT(
      "i.CREATE_TIME_",
      "999999999",
      5,
      "0",
      "i.PROC_INST_ID_",
      "ACT_HI_INCIDENT i where i.{root} and i.ROOT_CAUSE_INCIDENT_ID_ = i.ID_"),
  INCIDENT_OVER(
      "i.END_TIME_",
      "0",
      6,
      "0",
      "i.PROC_INST_ID_",
      "ACT_HI_INCIDENT i where i.{root} and i.ROOT_CAUSE_INCIDENT_ID_ = i.ID_ and i.END_TIME_ is not null"),
  JOB(
      "j.TIMESTAMP_",
      "coalesce(j.SEQUENCE_COUNTER_, 0)",
      4,
      "0",
      "j.PROCESS_INSTANCE_ID_",
      "ACT_HI_JOB_LOG j where j.{jobRoot}"
          + " and (j.JOB_STATE_ = 1 or (j.JOB_STATE_ = 2 and j.JOB_DEF_TYPE_ like 'timer-%'))"),
  WORK(
      "w.TIMESTAMP_",
      "coalesce(a.SEQUENCE_COUNTER_, 0)",
      6,
      "0",
      "w.PROC_INST_ID_",
      "ACT_HI_EXT_TASK_LOG w left join ACT_HI_ACTINST a on a.ID_ = w.ACT_INST_ID_"
          + " where w.{root} and w.STATE_ in (1, 2)"),
  OPERATION(
      "o.TIMESTAMP_",
      "0",
      0,
      "0",
      "o.PROC_INST_ID_",
      "ACT_HI_OP_LOG o where o.{root} and o.ENTITY_TYPE_ in ('ProcessInstance', 'Task', 'Job', 'ExternalTask')"
          + " and o.OPERATION_TYPE_ not in ('Create', 'Complete', 'Claim', 'Assign', 'SuspendJob', 'ActivateJob', 'Execute')"
          + " and not (o.ENTITY_TYPE_ = 'ProcessInstance' and (o.OPERATION_TYPE_ = 'Delete'"
          + " or o.PROC_INST_ID_ <> o.ROOT_PROC_INST_ID_))"
          + " and not exists (select 1 from ACT_HI_OP_LOG f where f.OPERATION_ID_ = o.OPERATION_ID_"
          + " and f.ROOT_PROC_INST_ID_ = o.ROOT_PROC_INST_ID_ and f.ENTITY_TYPE_ = o.ENTITY_TYPE_"
          + " and f.OPERATION_TYPE_ = o.OPERATION_TYPE_ and f.ID_ < o.ID_)"
          + " and not exists (select 1 from executions_change c where c.execution = o.ROOT_PROC_INST_ID_"
          + " and c.actor = o.USER_ID_ and o.TIMESTAMP_ between cast(c.begun_at as timestamp(3))"
          + " and cast(c.ended_at as timestamp(3)))"),
  CHANGE(
      "cast(c.begun_at as timestamp(3))",
      "-1",
      0,
      "0",
      "cast(null as varchar(64))",
      "executions_change c where c.{changeRoot}");

  private static final String SCOPES =
      "'subProcess', 'adHocSubProcess', 'transaction', 'multiInstanceBody'";

  private final String keys;

  Source(String at, String sequence, int phase, String ordinal, String instance, String from) {
    String table = from.substring(from.indexOf(' ') + 1, from.indexOf(' ') + 2);
    this.keys =
        ("select %s as AT_, cast(%s as bigint) as SEQ_, %d as PHASE_, cast(%s as bigint) as ORD_,"
                + " %s as INST_, '%s:' || %s as REF_ from %s")
            .formatted(
                at,
                sequence,
                phase,
                ordinal,
                instance,
                name(),
                table + (table.equals("c") ? ".id" : ".ID_"),
                from);
  }

  /**
   * The keys of all sources. A called process counts its activities anew, so its events stand where
   * the call activity stands, {@code SUB_} being their own order there.
   *
   * @param whole of the execution with all it called; otherwise of a called one alone
   */
  static String union(boolean whole) {
    String own = whole ? "ROOT_PROC_INST_ID_" : "PROC_INST_ID_";
    String all =
        Arrays.stream(values())
            .map(source -> source.keys)
            .collect(Collectors.joining(" union all "));
    return ("select u.AT_, coalesce(k.SEQ_, u.SEQ_) as SEQ_,"
            + " case when k.SEQ_ is not null then u.SEQ_ + 1 when u.PHASE_ = 8 and u.ORD_ = 3 then 1000000000 else 0 end as SUB_,"
            + " u.PHASE_, u.ORD_, u.REF_ from ("
            + all
            + ") u left join (select CALL_PROC_INST_ID_, SEQUENCE_COUNTER_ as SEQ_ from ACT_HI_ACTINST"
            + " where {root} and CALL_PROC_INST_ID_ is not null) k on k.CALL_PROC_INST_ID_ = u.INST_")
        .replace("{scopes}", SCOPES)
        .replace("{root}", own + " = :execution")
        .replace("{jobRoot}", (whole ? own : "PROCESS_INSTANCE_ID_") + " = :execution")
        .replace("{changeRoot}", "execution = :execution");
  }
}
