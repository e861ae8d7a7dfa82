package io.flowmaster.schedules.internal;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives schedules and runs their turns: db-scheduler sees to it that one node takes each, and that
 * another does when that one dies.
 */
@Configuration(proxyBeanMethods = false)
class ScheduleTasks {
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  @Bean
  CustomTask<Void> scheduleTickTask(ScheduleTurn turn) {
    return Tasks.custom(Turns.TICK, Void.class)
        .onFailure(
            (failure, operations) ->
                operations.reschedule(failure, failure.getTimeDone().plus(AFTER_FAILURE)))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              turn.take(instance.getId());
              return (complete, operations) -> operations.stop();
            });
  }

  @Bean
  CustomTask<Void> scheduleRunTask(RunTurn turn) {
    return Tasks.custom(Turns.RUN, Void.class)
        .onFailure(
            (failure, operations) ->
                operations.reschedule(failure, failure.getTimeDone().plus(AFTER_FAILURE)))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              Optional<Instant> next = turn.take(instance.getId());
              return (complete, operations) -> {
                if (next.isEmpty()) {
                  operations.stop();
                } else {
                  operations.reschedule(complete, next.get());
                }
              };
            });
  }
}
