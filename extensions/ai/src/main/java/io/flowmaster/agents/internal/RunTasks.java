package io.flowmaster.agents.internal;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
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
  CustomTask<BackgroundWork> agentRunTask(DurableAgentRuns runs) {
    return Tasks.custom(TASK, BackgroundWork.class)
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
              BackgroundWork work = instance.getData();
              runs.goOn(work.of(), work.id());
              return (complete, operations) -> operations.stop();
            });
  }
}
