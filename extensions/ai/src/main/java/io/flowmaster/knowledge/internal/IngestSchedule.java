package io.flowmaster.knowledge.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives each source its turns, on one node at a time; another goes on when that one dies. */
@Configuration(proxyBeanMethods = false)
class IngestSchedule {
  static final String TASK = "knowledge-ingest";
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  /** Then it is no passing fault. */
  private static final int MOST_FAILURES = 20;

  @Bean
  CustomTask<Void> knowledgeIngestTask(IngestSlice slice, ObjectProvider<Scheduler> scheduler) {
    return Tasks.custom(TASK, Void.class)
        .onFailure(
            (failure, operations) -> {
              if (failure.getExecution().consecutiveFailures >= MOST_FAILURES) {
                slice.fail(failure.getExecution().getId());
                operations.stop();
              } else {
                operations.reschedule(failure, failure.getTimeDone().plus(AFTER_FAILURE));
              }
            })
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              Optional<Instant> next = slice.work(instance.getId());
              return (complete, operations) -> {
                if (next.isEmpty()) {
                  operations.stop();
                } else {
                  operations.reschedule(complete, complete.getTimeDone());
                  scheduler.getObject().triggerCheckForDueExecutions();
                }
              };
            });
  }
}
