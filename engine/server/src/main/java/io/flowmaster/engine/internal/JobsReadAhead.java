package io.flowmaster.engine.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;

/**
 * Reads what the execution of a job needs in one statement: the job, its execution, its process
 * definition, whether the execution has other jobs, and whether its jobs are as they were deployed.
 * The engine would read each by itself, in the same transaction a moment later.
 */
class JobsReadAhead implements SessionFactory {
  private static final String SQL =
      """
      select (select count(*) from ACT_RU_JOB o where o.EXECUTION_ID_ = j.EXECUTION_ID_),
             %s,
             j.*, e.*, p.*
      from ACT_RU_JOB j
      left join ACT_RU_EXECUTION e on e.ID_ = j.EXECUTION_ID_
      left join ACT_RE_PROCDEF p on p.ID_ = e.PROC_DEF_ID_
      where j.ID_ = ?
      """
          .formatted(KnownJobDefinitions.CHANGED);

  private final KnownJobDefinitions definitions;
  private final EntityReader reader =
      new EntityReader(
          "JobEntity.jobResultMap",
          "ExecutionEntity.executionResultMap",
          "ProcessDefinitionEntity.processDefinitionResultMap");

  JobsReadAhead(KnownJobDefinitions definitions) {
    this.definitions = definitions;
  }

  @Override
  public Class<?> getSessionType() {
    return JobManager.class;
  }

  @Override
  public Session openSession() {
    return new Jobs();
  }

  static void read(CommandContext command, String job) {
    if (command.getJobManager() instanceof Jobs jobs) {
      jobs.readAhead(command, job);
    }
  }

  private final class Jobs extends JobManager {
    /** By execution, the one job that it has. */
    private final Map<String, JobEntity> only = new HashMap<>();

    void readAhead(CommandContext command, String id) {
      reader.read(
          command,
          SQL,
          List.of(id),
          (row, entities) -> {
            JobEntity job = (JobEntity) entities.get(0);
            if (job.getProcessDefinitionId() != null && row.getInt(2) == 0) {
              KnownJobDefinitions.unchanged(command, job.getProcessDefinitionId());
            }
            definitions.giveTo(job);
            if (entities.get(1) != null && row.getInt(1) == 1) {
              only.put(job.getExecutionId(), job);
            }
          });
    }

    /** The engine asks once for each execution, and keeps the list. */
    @Override
    public List<JobEntity> findJobsByExecutionId(String executionId) {
      JobEntity job = only.remove(executionId);
      return job == null ? super.findJobsByExecutionId(executionId) : new ArrayList<>(List.of(job));
    }
  }
}
