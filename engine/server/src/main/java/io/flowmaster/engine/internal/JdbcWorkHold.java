package io.flowmaster.engine.internal;

import io.flowmaster.engine.WorkHold;
import io.flowmaster.engine.WorkRule;
import java.sql.Timestamp;
import java.sql.Types;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Suspends jobs and external tasks, as the engine does with those of a paused execution: what is
 * suspended is not fetched. The engine's own API can suspend jobs by their definition, but not
 * external tasks, and forgets the jobs when their execution is resumed. User tasks stay as they
 * are: {@link HeldUserTasks} refuses the answer.
 */
@Component
class JdbcWorkHold implements WorkHold {
  private static final int ACTIVE = 1;
  private static final int SUSPENDED = 2;

  private static final String JOBS =
      """
      ACT_RU_JOB where TENANT_ID_ = :tenant and SUSPENSION_STATE_ = :state and :topic is null
        and (:process is null or PROCESS_DEF_KEY_ = :process)
        and (:activity is null or JOB_DEF_ID_ in (select d.ID_ from ACT_RU_JOBDEF d
          where d.TENANT_ID_ = :tenant and d.ACT_ID_ in (:activity, :body)))
        and PROCESS_INSTANCE_ID_ is not null
      """;

  private static final String TASKS =
      """
      ACT_RU_EXT_TASK where TENANT_ID_ = :tenant and SUSPENSION_STATE_ = :state
        and (:topic is null or TOPIC_NAME_ = :topic)
        and (:process is null or PROC_DEF_KEY_ = :process)
        and (:activity is null or ACT_ID_ = :activity)
      """;

  private static final String USER_TASKS =
      """
      ACT_RU_TASK where TENANT_ID_ = :tenant and :topic is null and TASK_DEF_KEY_ = :activity
        and PROC_DEF_ID_ in (select p.ID_ from ACT_RE_PROCDEF p
          where p.TENANT_ID_ = :tenant and (:process is null or p.KEY_ = :process))
      """;

  private static final String FREE = " and (LOCK_EXP_TIME_ is null or LOCK_EXP_TIME_ < :now)";

  private static final String RUNNING =
      " and %s in (select e.ID_ from ACT_RU_EXECUTION e where e.TENANT_ID_ = :tenant and e.SUSPENSION_STATE_ = 1)";

  private static final String DEFINED =
      " and (JOB_DEF_ID_ is null or JOB_DEF_ID_ in (select d.ID_ from ACT_RU_JOBDEF d where d.SUSPENSION_STATE_ = 1))";

  private final JdbcClient jdbc;

  JdbcWorkHold(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int hold(WorkRule rule) {
    return change(JOBS + FREE, SUSPENDED, rule) + change(TASKS + FREE, SUSPENDED, rule);
  }

  @Override
  public int release(WorkRule rule) {
    return change(JOBS + RUNNING.formatted("PROCESS_INSTANCE_ID_") + DEFINED, ACTIVE, rule)
        + change(TASKS + RUNNING.formatted("PROC_INST_ID_"), ACTIVE, rule);
  }

  @Override
  public int held(WorkRule rule) {
    return count(JOBS, rule) + count(TASKS, rule) + count(USER_TASKS, rule);
  }

  private int change(String where, int state, WorkRule rule) {
    String sql =
        "update "
            + where.replaceFirst(
                " where", " set SUSPENSION_STATE_ = " + state + ", REV_ = REV_ + 1 where");
    return bind(jdbc.sql(sql), rule, state == ACTIVE ? SUSPENDED : ACTIVE)
        .param("now", Timestamp.from(ClockUtil.getCurrentTime().toInstant()))
        .update();
  }

  private int count(String where, WorkRule rule) {
    return bind(jdbc.sql("select count(*) from " + where), rule, SUSPENDED)
        .query(Integer.class)
        .single();
  }

  private static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec statement, WorkRule rule, int state) {
    String activity = rule.activityId();
    return statement
        .param("tenant", rule.tenant().value())
        .param("state", state)
        .param("process", rule.processKey(), Types.VARCHAR)
        .param("activity", activity, Types.VARCHAR)
        .param("body", activity + "#multiInstanceBody")
        .param("topic", rule.topic(), Types.VARCHAR);
  }
}
