package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineDefinitions;
import io.flowmaster.platform.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the engine's tables, because its queries take one decision or form key at a time. */
@Component
class JdbcEngineDefinitions implements EngineDefinitions {
  private static final int BATCH = 500;
  private final JdbcClient jdbc;

  JdbcEngineDefinitions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, Definition> latest(TenantId tenant, Kind kind, Collection<String> keys) {
    Map<String, Definition> found = new HashMap<>();
    List<String> distinct = new ArrayList<>(new TreeSet<>(keys));
    for (int from = 0; from < distinct.size(); from += BATCH) {
      jdbc.sql(query(kind))
          .param("tenant", tenant.value())
          .param("keys", distinct.subList(from, Math.min(from + BATCH, distinct.size())))
          .query(
              (row, number) ->
                  new Definition(
                      row.getString("id_"),
                      row.getString("key_"),
                      row.getString("title"),
                      row.getInt("version_")))
          .list()
          .forEach(definition -> found.put(definition.key(), definition));
    }
    return found;
  }

  @Override
  public void seen(SeenDefinition definition) {
    SeenDefinitions.add(definition);
  }

  private static String query(Kind kind) {
    String table =
        switch (kind) {
          case PROCESS -> "act_re_procdef";
          case DECISION -> "act_re_decision_def";
          case FORM -> "act_re_camformdef";
        };
    String name = kind == Kind.FORM ? "d.key_" : "coalesce(d.name_, d.key_)";
    return "select d.id_, d.key_, %s as title, d.version_ from %s d".formatted(name, table)
        + " where d.tenant_id_ = :tenant and d.key_ in (:keys) and d.version_ ="
        + " (select max(v.version_) from %s v where v.key_ = d.key_ and v.tenant_id_ = :tenant)"
            .formatted(table);
  }
}
