package io.flowmaster.agents.internal;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.flowmaster.platform.TenantId;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Goes on with runs in the background, on whichever node is free, again when that dies. */
@Configuration(proxyBeanMethods = false)
class RunTasks {
  static final String TASK = "agent-run";
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final int MOST_FAILURES = 10;

  @Bean
  CustomTask<Void> agentRunTask(DurableAgentRuns runs) {
    return Tasks.custom(TASK, Void.class)
        .onFailure(
            (failure, operations) -> {
              if (failure.getExecution().consecutiveFailures + 1 >= MOST_FAILURES) {
                operations.stop();
              } else {
                operations.reschedule(failure, failure.getTimeDone().plus(AFTER_FAILURE));
              }
            })
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              String[] names = instance.getId().split("/", 2);
              runs.goOn(new TenantId(names[0]), names[1]);
              return (complete, operations) -> operations.stop();
            });
  }

  static String name(TenantId tenant, String run) {
    return tenant + "/" + run;
  }
}
