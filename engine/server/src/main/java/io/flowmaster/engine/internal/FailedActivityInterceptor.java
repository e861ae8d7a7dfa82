package io.flowmaster.engine.internal;

import io.flowmaster.engine.FailedActivity;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Notes on each exception which activity was being executed. The engine knows it only while the
 * command is on its stack (it fills {@code Job.failedActivityId} from it), so this sits right
 * inside the command's context.
 */
class FailedActivityInterceptor extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException e) {
      if (!FailedActivity.isKnown(e)) {
        e.addSuppressed(
            new FailedActivity(
                Context.getCommandInvocationContext()
                    .getProcessDataContext()
                    .getLatestActivityId()));
      }
      throw e;
    }
  }
}
