package io.flowmaster.engine.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of jobs as they were deployed, which the engine would read for a job's activity and
 * log, and for each new job. Their state and priority can change: for a new job a kept one is used
 * only in a command that has seen that nobody has ever changed one of its process.
 */
class KnownJobDefinitions implements SessionFactory {
  /** Whether one of a process was ever changed; for the statement that reads a job ahead. */
  static final String CHANGED =
      """
      (select count(*) from ACT_RU_JOBDEF d where d.PROC_DEF_ID_ = j.PROCESS_DEF_ID_
        and (d.REV_ > 1 or d.SUSPENSION_STATE_ <> 1 or d.JOB_PRIORITY_ is not null))""";

  private static final int MOST = 10_000;
  private final Cache<String, JobDefinitionEntity> known =
      Caffeine.newBuilder().maximumSize(MOST).build();

  @Override
  public Class<?> getSessionType() {
    return JobDefinitionManager.class;
  }

  @Override
  public Session openSession() {
    return new Definitions();
  }

  /** The command has seen that the definitions of this process are as they were deployed. */
  static void unchanged(CommandContext command, String process) {
    if (command.getJobDefinitionManager() instanceof Definitions definitions) {
      definitions.unchanged.add(process);
    }
  }

  void giveTo(JobEntity job) {
    if (job.getJobDefinitionId() != null) {
      job.setJobDefinition(definition(job));
    }
  }

  private @Nullable JobDefinitionEntity definition(JobEntity job) {
    JobDefinitionEntity kept = known.getIfPresent(job.getJobDefinitionId());
    if (kept == null) {
      JobDefinitionEntity read = (JobDefinitionEntity) job.getJobDefinition();
      if (read == null) {
        return null;
      }
      kept = asDeployed(read);
      known.put(kept.getId(), kept);
    }
    return kept;
  }

  private static JobDefinitionEntity asDeployed(JobDefinitionEntity read) {
    JobDefinitionEntity copy = new JobDefinitionEntity();
    copy.setId(read.getId());
    copy.setRevision(1);
    copy.setProcessDefinitionId(read.getProcessDefinitionId());
    copy.setProcessDefinitionKey(read.getProcessDefinitionKey());
    copy.setActivityId(read.getActivityId());
    copy.setJobType(read.getJobType());
    copy.setJobConfiguration(read.getJobConfiguration());
    copy.setTenantId(read.getTenantId());
    copy.setDeploymentId(read.getDeploymentId());
    return copy;
  }

  private final class Definitions extends JobDefinitionManager {
    private final Set<String> unchanged = new HashSet<>();

    @Override
    public @Nullable JobDefinitionEntity findById(String id) {
      JobDefinitionEntity kept = id == null ? null : known.getIfPresent(id);
      if (kept == null) {
        JobDefinitionEntity read = super.findById(id);
        if (read != null) {
          known.put(id, asDeployed(read));
        }
        return read;
      }
      boolean isToBeRead =
          !unchanged.contains(kept.getProcessDefinitionId())
              || getDbEntityManager().getCachedEntity(JobDefinitionEntity.class, id) != null;
      if (!isToBeRead) {
        getDbEntityManager().onEntityLoaded(asDeployed(kept));
      }
      return super.findById(id);
    }
  }
}
