package io.flowmaster.registry;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.registry.AnnouncedWorker.WorkedTopic;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The external-task workers of the current tenant, as far as they announce themselves. */
public interface WorkerRegistry {

  /**
   * A worker's sign of life; the first makes it known.
   *
   * @throws TooManyServices when the tenant has as many as it may
   */
  void announce(String worker, @Nullable String version, List<WorkedTopic> topics);

  /**
   * A sign of life of a worker that is part of the platform: it works for all tenants, and all see
   * it.
   */
  void announceForAll(String worker, @Nullable String version, List<WorkedTopic> topics);

  /** The topics that a worker lives for, this tenant's own or one of the platform. */
  Set<String> workedTopics();

  /** The workers by name, with those of the platform. */
  Page<AnnouncedWorker> search(PageQuery page);
}
