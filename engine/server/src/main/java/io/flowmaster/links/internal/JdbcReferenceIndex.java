package io.flowmaster.links.internal;

import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ModelReference;
import io.flowmaster.processes.ModelReference.Direction;
import io.flowmaster.processes.ProcessId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which published processes refer to what, in the table {@code links_reference}. */
@Component
class JdbcReferenceIndex {
  private static final int LONGEST_REF = 400;
  private static final String INSERT =
      "insert into links_reference (tenant, process_id, ordinal, process_key, process_version, kind,"
          + " ref, direction, element_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  JdbcReferenceIndex(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** A process that receives something. */
  record Receiver(ProcessId process, String key, int version) {}

  /** Replaces what is known of a process; expressions and overlong names are not looked up. */
  void replace(
      TenantId tenant,
      ProcessId process,
      String key,
      int version,
      List<ModelReference> references) {
    forget(tenant, process);
    List<Object[]> rows = new ArrayList<>();
    for (ModelReference each : references) {
      if (!each.dynamic() && each.ref().length() <= LONGEST_REF) {
        rows.add(
            new Object[] {
              tenant.value(),
              process.value(),
              rows.size(),
              key,
              version,
              each.type().name(),
              each.ref(),
              each.direction().name(),
              each.elementId()
            });
      }
    }
    batches.batchUpdate(INSERT, rows);
  }

  void forget(TenantId tenant, ProcessId process) {
    jdbc.sql("delete from links_reference where tenant = :tenant and process_id = :process")
        .param("tenant", tenant.value())
        .param("process", process.value())
        .update();
  }

  /** For each name one process that receives it, the first by its key. */
  Map<String, Receiver> receivers(
      TenantId tenant, ModelReference.Type type, Collection<String> names) {
    Map<String, Receiver> found = new HashMap<>();
    if (names.isEmpty()) {
      return found;
    }
    jdbc.sql(
            "select ref, process_id, process_key, process_version from links_reference"
                + " where tenant = :tenant and kind = :kind and direction = :direction"
                + " and ref in (:names) order by process_key, ordinal")
        .param("tenant", tenant.value())
        .param("kind", type.name())
        .param("direction", Direction.IN.name())
        .param("names", names)
        .query(
            row -> {
              found.putIfAbsent(
                  row.getString("ref"),
                  new Receiver(
                      new ProcessId(row.getString("process_id")),
                      row.getString("process_key"),
                      row.getInt("process_version")));
            });
    return found;
  }
}
