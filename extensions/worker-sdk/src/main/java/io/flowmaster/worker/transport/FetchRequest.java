package io.flowmaster.worker.transport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for tasks, as {@code fetchAndLock} of the engine's REST has it.
 *
 * @param workerId who locks them
 * @param maxTasks how many at most, of all topics together
 * @param usePriority whether those of a higher priority come first
 * @param sorting the order beyond that; null for any
 * @param asyncResponseTimeout milliseconds to wait when there are none; null not to wait
 * @param topics where to look
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FetchRequest(
    String workerId,
    int maxTasks,
    boolean usePriority,
    @Nullable List<Sorting> sorting,
    @Nullable Long asyncResponseTimeout,
    List<TopicRequest> topics) {

  /** An order by one property, for example {@code createTime} and {@code asc}. */
  public record Sorting(String sortBy, String sortOrder) {
    /** Those that have waited longest come first. */
    public static final Sorting OLDEST_FIRST = new Sorting("createTime", "asc");
  }
}
