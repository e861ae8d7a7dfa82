package io.flowmaster.registry;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.registry.AnnouncedWorker.WorkedTopic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The external-task workers of the current tenant, as far as they announce themselves. */
public interface WorkerRegistry {

  /**
   * A worker's sign of life; the first makes it known.
   *
   * @throws TooManyServices when the tenant has as many as it may
   */
  void announce(String worker, @Nullable String version, List<WorkedTopic> topics);

  /** The workers by name. */
  Page<AnnouncedWorker> search(PageQuery page);
}
