package io.flowmaster.tasks;

import io.flowmaster.platform.Revision;
import io.flowmaster.platform.UserId;
import java.time.Instant;
import java.util.List;

/**
 * A search of the inbox that somebody keeps. Whoever uses it sees what that person may see, not
 * what the owner may.
 *
 * @param groups ids of the groups whose members use it too; empty when it is the owner's alone
 */
public record SavedFilter(
    String id,
    String name,
    TaskSearch search,
    List<String> groups,
    UserId owner,
    Instant createdAt,
    Instant updatedAt,
    Revision revision) {

  /** What its owner says of it. */
  public record Draft(String name, TaskSearch search, List<String> groups) {}
}
