package io.flowmaster.notifications.internal;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives messages their turns on db-scheduler, again until they are over. */
@Configuration(proxyBeanMethods = false)
class DeliveryTasks {
  static final String TASK = "notification";
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

  @Bean
  CustomTask<Void> notificationTask(Delivery delivery) {
    return Tasks.custom(TASK, Void.class)
        .onFailure(
            (failure, operations) ->
                operations.reschedule(failure, failure.getTimeDone().plus(AFTER_FAILURE)))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              Optional<Instant> next = delivery.take(instance.getId());
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
