package io.flowmaster.engine.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * Gives a job its definition, which the engine would read for the job's activity and log. Only what
 * never changes of a definition is kept; whoever asks for its state or priority (a new job, the
 * commands that change them) asks the database as before.
 */
class KnownJobDefinitions {
  private static final int MOST = 10_000;
  private final Cache<String, JobDefinitionEntity> known =
      Caffeine.newBuilder().maximumSize(MOST).build();

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
      kept = unchanging(read);
      known.put(kept.getId(), kept);
    }
    return kept;
  }

  private static JobDefinitionEntity unchanging(JobDefinitionEntity read) {
    JobDefinitionEntity copy = new JobDefinitionEntity();
    copy.setId(read.getId());
    copy.setProcessDefinitionId(read.getProcessDefinitionId());
    copy.setProcessDefinitionKey(read.getProcessDefinitionKey());
    copy.setActivityId(read.getActivityId());
    copy.setJobType(read.getJobType());
    copy.setJobConfiguration(read.getJobConfiguration());
    copy.setTenantId(read.getTenantId());
    return copy;
  }
}
