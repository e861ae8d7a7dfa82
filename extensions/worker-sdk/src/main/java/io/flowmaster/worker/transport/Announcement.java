package io.flowmaster.worker.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who works here.
 *
 * @param worker the id under which tasks are locked
 * @param version of the application; null when it does not know
 * @param topics what it works
 */
public record Announcement(String worker, @Nullable String version, List<Topic> topics) {

  /**
   * A topic that is worked.
   *
   * @param inFlight tasks that are being worked
   * @param slots how many could be
   */
  public record Topic(String topic, int inFlight, int slots) {}
}
