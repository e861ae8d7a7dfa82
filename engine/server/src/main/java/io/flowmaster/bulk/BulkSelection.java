package io.flowmaster.bulk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which things a job is for: named one by one, or found by a query of the area over its own tables.
 * The query runs once, inside the database; what matches later is not part of the job.
 *
 * @param ids null when there is a query
 * @param sql a select with one column {@code item}, each value once; null when there are ids
 * @param parameters of the query; their names do not begin with {@code bulk}
 */
public record BulkSelection(
    @Nullable List<String> ids, @Nullable String sql, Map<String, ?> parameters) {

  public static BulkSelection of(List<String> ids) {
    return new BulkSelection(List.copyOf(new LinkedHashSet<>(ids)), null, Map.of());
  }

  public static BulkSelection query(String sql, Map<String, ?> parameters) {
    return new BulkSelection(null, sql, parameters);
  }
}
