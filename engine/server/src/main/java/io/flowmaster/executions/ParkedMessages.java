package io.flowmaster.executions;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/** The messages of the current tenant that nobody has received yet. */
public interface ParkedMessages {

  /**
   * The newest first.
   *
   * @param name of the message; null for all
   */
  Page<ParkedMessage> list(@Nullable String name, PageQuery page);

  /**
   * Throws a message away.
   *
   * @throws ParkedMessageNotFound when it is not there, or was received or expired meanwhile
   */
  void drop(String id);
}
