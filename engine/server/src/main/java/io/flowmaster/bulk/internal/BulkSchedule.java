package io.flowmaster.bulk.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives each job its turns: db-scheduler sees to it that one node works on it, that another goes on
 * when that one dies, and that it begins only when the transaction that made it has committed.
 */
@Configuration(proxyBeanMethods = false)
class BulkSchedule {
  static final String TASK = "bulk";
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  /** The scheduler goes by the platform's clock. */
  @Bean
  com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
    return clock::instant;
  }

  @Bean
  CustomTask<Void> bulkTask(BulkSlice slice, ObjectProvider<Scheduler> scheduler) {
    return Tasks.custom(TASK, Void.class)
        .onFailure(
            (failure, operations) ->
                operations.reschedule(failure, failure.getTimeDone().plus(AFTER_FAILURE)))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              Optional<Instant> next = slice.work(instance.getId());
              return (complete, operations) -> {
                if (next.isEmpty()) {
                  operations.stop();
                } else {
                  operations.reschedule(complete, later(next.get(), complete.getTimeDone()));
                  scheduler.getObject().triggerCheckForDueExecutions();
                }
              };
            });
  }

  /** After those who wait already. */
  private static Instant later(Instant next, Instant now) {
    return next.isAfter(now) ? next : now;
  }
}
