package io.flowmaster.worker.internal;

import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.WireValue;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Remembers results by task until the platform has them. */
interface Inbox {
  /** Remembers nothing. */
  Inbox NONE =
      new Inbox() {
        @Override
        public @Nullable Map<String, WireValue> once(LockedTask task, Work work) throws Exception {
          return work.call();
        }

        @Override
        public void forget(LockedTask task) {}
      };

  /** What is to be done once; null when it answered itself. */
  interface Work extends Callable<@Nullable Map<String, WireValue>> {}

  /** What the work gave, now or when it was done before. */
  @Nullable Map<String, WireValue> once(LockedTask task, Work work) throws Exception;

  /** The platform has the result: the task never comes again. */
  void forget(LockedTask task);
}
