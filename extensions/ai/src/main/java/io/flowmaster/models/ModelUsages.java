package io.flowmaster.models;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/** What the current tenant's calls of language models took. */
public interface ModelUsages {

  /**
   * @throws io.flowmaster.platform.InvalidValue when the days are more than 400 or in the wrong
   *     order
   */
  UsageReport report(UsageReport.Query query);

  /**
   * The calls one by one, latest first.
   *
   * @param agent null for all
   * @param processKey null for all
   * @param task null for all
   */
  Page<RecordedCall> calls(
      @Nullable String agent, @Nullable String processKey, @Nullable String task, PageQuery page);
}
