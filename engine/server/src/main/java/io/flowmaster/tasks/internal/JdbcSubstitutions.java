package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.Substitution;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of substitutions. */
@Component
class JdbcSubstitutions {
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  JdbcSubstitutions(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** For whom somebody stands in now. */
  record Active(UserId person, Set<String> processKeys) {}

  List<Active> activeOf(TenantId tenant, String substitute) {
    return jdbc.sql(
            """
            select person, process_keys from tasks_substitute
            where tenant = :tenant and substitute = :substitute and until_at > :now and from_at <= :now order by id
            """)
        .param("tenant", tenant.value())
        .param("substitute", substitute)
        .param("now", Columns.time(clock.instant()))
        .query(
            (row, n) ->
                new Active(
                    new UserId(row.getString("person")),
                    Set.copyOf(read(row.getString("process_keys")))))
        .list();
  }

  /**
   * What is asked for.
   *
   * @param party who must be the person or the substitute; null when anybody may be
   * @param before the id of the last one of the former page
   */
  record Wanted(
      TenantId tenant,
      @Nullable String party,
      @Nullable String person,
      @Nullable String substitute,
      @Nullable Boolean active,
      @Nullable String before) {

    String conditions() {
      StringBuilder sql = new StringBuilder("tenant = :tenant");
      append(sql, party, "(person = :party or substitute = :party)");
      append(sql, person, "person = :person");
      append(sql, substitute, "substitute = :substitute");
      if (active != null) {
        sql.append(active ? " and " : " and not ").append("(from_at <= :now and until_at > :now)");
      }
      append(sql, before, "id < :before");
      return sql.toString();
    }

    private static void append(StringBuilder sql, @Nullable String value, String condition) {
      if (value != null) {
        sql.append(" and ").append(condition);
      }
    }

    private Map<String, Object> parameters(Instant now) {
      Map<String, Object> all = new HashMap<>();
      all.put("tenant", tenant.value());
      all.put("party", party);
      all.put("person", person);
      all.put("substitute", substitute);
      all.put("before", before);
      all.put("now", Columns.time(now));
      return all;
    }
  }

  List<Substitution> page(Wanted wanted, int limit) {
    return jdbc.sql(
            "select * from tasks_substitute where "
                + wanted.conditions()
                + " order by id desc limit :limit")
        .params(wanted.parameters(clock.instant()))
        .param("limit", limit)
        .query(this::substitution)
        .list();
  }

  long count(Wanted wanted) {
    return jdbc.sql("select count(*) from tasks_substitute where " + wanted.conditions())
        .params(wanted.parameters(clock.instant()))
        .query(Long.class)
        .single();
  }

  Optional<Substitution> find(TenantId tenant, String id) {
    return find(tenant, id, "");
  }

  Optional<Substitution> lock(TenantId tenant, String id) {
    return find(tenant, id, " for update");
  }

  private Optional<Substitution> find(TenantId tenant, String id, String lock) {
    return jdbc.sql("select * from tasks_substitute where tenant = :tenant and id = :id" + lock)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(this::substitution)
        .optional();
  }

  void insert(TenantId tenant, Substitution made) {
    write(
        """
        insert into tasks_substitute (id, tenant, person, substitute, from_at, until_at, process_keys, created_by,
          created_at, revision)
        values (:id, :tenant, :person, :substitute, :from, :until, :keys, :by, :at, 1)
        """,
        tenant,
        made);
  }

  void update(TenantId tenant, Substitution changed) {
    write(
        """
        update tasks_substitute set person = :person, substitute = :substitute, from_at = :from, until_at = :until,
          process_keys = :keys, created_by = :by, created_at = :at, revision = revision + 1
        where tenant = :tenant and id = :id
        """,
        tenant,
        changed);
  }

  private void write(String sql, TenantId tenant, Substitution row) {
    try {
      jdbc.sql(sql)
          .param("id", row.id())
          .param("tenant", tenant.value())
          .param("person", row.person())
          .param("substitute", row.substitute())
          .param("from", Columns.time(row.from()))
          .param("until", Columns.time(row.until()))
          .param("keys", json.writeValueAsString(row.processKeys()))
          .param("by", row.createdBy())
          .param("at", Columns.time(row.createdAt()))
          .update();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(TenantId tenant, String id) {
    jdbc.sql("delete from tasks_substitute where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  private Substitution substitution(ResultSet row, int number) throws SQLException {
    Instant from = Columns.sureTime(row, "from_at");
    Instant until = Columns.sureTime(row, "until_at");
    Instant now = clock.instant();
    return new Substitution(
        row.getString("id"),
        row.getString("person"),
        row.getString("substitute"),
        from,
        until,
        read(row.getString("process_keys")),
        !now.isBefore(from) && now.isBefore(until),
        row.getString("created_by"),
        Columns.sureTime(row, "created_at"),
        new Revision(row.getLong("revision")));
  }

  private List<String> read(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
