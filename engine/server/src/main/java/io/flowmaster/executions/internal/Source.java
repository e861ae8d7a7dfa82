package io.flowmaster.executions.internal;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where history events come from: for each source a statement that gives their keys. {@code PHASE_}
 * says what comes first at one activity in one millisecond: 0 what made it happen, 1 it begins, 2
 * its task, 3 its variables, 4 to 6 what happens to its work, 7 its task ends, 8 it ends, 9 the
 * execution ends.
 */
enum Source {
  STARTED(
      "p.START_TIME_",
      "coalesce((select max(c.SEQUENCE_COUNTER_) from ACT_HI_ACTINST c"
          + " where c.ROOT_PROC_INST_ID_ = p.ROOT_PROC_INST_ID_ and c.CALL_PROC_INST_ID_ = p.ID_), 0)",
      2,
      "0",
      "p",
      "ACT_HI_PROCINST p where p.{root}"),
  ENDED(
      "p.END_TIME_",
      "1000000000",
      9,
      "0",
      "p",
      "ACT_HI_PROCINST p where p.{root} and p.END_TIME_ is not null"),
  ENTERED("a.START_TIME_", "a.SEQUENCE_COUNTER_", 1, "0", "a", "ACT_HI_ACTINST a where a.{root}"),
  LEFT(
      "a.END_TIME_",
      "a.SEQUENCE_COUNTER_",
      8,
      "0",
      "a",
      "ACT_HI_ACTINST a where a.{root} and a.END_TIME_ is not null"),
  VARIABLE(
      "v.TIME_",
      "coalesce(a.SEQUENCE_COUNTER_, 0)",
      3,
      "v.SEQUENCE_COUNTER_",
      "v",
      "ACT_HI_DETAIL v left join ACT_HI_ACTINST a on a.ID_ = v.ACT_INST_ID_"
          + " where v.{root} and v.TYPE_ = 'VariableUpdate'"),
  TASK_BEGUN(
      "t.START_TIME_",
      "coalesce(a.SEQUENCE_COUNTER_, 0)",
      2,
      "0",
      "t",
      "ACT_HI_TASKINST t left join ACT_HI_ACTINST a on a.ID_ = t.ACT_INST_ID_ where t.{root}"),
  TASK_ENDED(
      "t.END_TIME_",
      "coalesce(a.SEQUENCE_COUNTER_, 0)",
      7,
      "0",
      "t",
      "ACT_HI_TASKINST t left join ACT_HI_ACTINST a on a.ID_ = t.ACT_INST_ID_"
          + " where t.{root} and t.END_TIME_ is not null"),
  ASSIGNEE(
      "l.TIMESTAMP_",
      "coalesce(a.SEQUENCE_COUNTER_, 0)",
      4,
      "case when l.OPERATION_TYPE_ = 'delete' then 0 else 1 end",
      "l",
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
      "i",
      "ACT_HI_INCIDENT i where i.{root} and i.ROOT_CAUSE_INCIDENT_ID_ = i.ID_"),
  INCIDENT_OVER(
      "i.END_TIME_",
      "0",
      6,
      "0",
      "i",
      "ACT_HI_INCIDENT i where i.{root} and i.ROOT_CAUSE_INCIDENT_ID_ = i.ID_ and i.END_TIME_ is not null"),
  JOB(
      "j.TIMESTAMP_",
      "coalesce(j.SEQUENCE_COUNTER_, 0)",
      4,
      "0",
      "j",
      "ACT_HI_JOB_LOG j where j.{jobRoot}"
          + " and (j.JOB_STATE_ = 1 or (j.JOB_STATE_ = 2 and j.JOB_DEF_TYPE_ like 'timer-%'))"),
  WORK(
      "w.TIMESTAMP_",
      "coalesce(a.SEQUENCE_COUNTER_, 0)",
      6,
      "0",
      "w",
      "ACT_HI_EXT_TASK_LOG w left join ACT_HI_ACTINST a on a.ID_ = w.ACT_INST_ID_"
          + " where w.{root} and w.STATE_ in (1, 2)"),
  OPERATION(
      "o.TIMESTAMP_",
      "0",
      0,
      "0",
      "o",
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
      "c",
      "executions_change c where c.{changeRoot}");

  private final String keys;

  Source(String at, String sequence, int phase, String ordinal, String alias, String from) {
    String id = (alias.equals("c") ? "c.id" : alias + ".ID_");
    this.keys =
        "select %s as AT_, cast(%s as bigint) as SEQ_, %d as PHASE_, cast(%s as bigint) as ORD_, '%s:' || %s as REF_ from %s"
            .formatted(at, sequence, phase, ordinal, name(), id, from);
  }

  /**
   * The keys of all sources.
   *
   * @param whole of the execution with all it called; otherwise of a called one alone
   */
  static String union(boolean whole) {
    String own = whole ? "ROOT_PROC_INST_ID_" : "PROC_INST_ID_";
    return Arrays.stream(values())
        .map(source -> source.keys)
        .collect(Collectors.joining(" union all "))
        .replace("{root}", own + " = :execution")
        .replace("{jobRoot}", (whole ? own : "PROCESS_INSTANCE_ID_") + " = :execution")
        .replace("{changeRoot}", "execution = :execution");
  }
}
