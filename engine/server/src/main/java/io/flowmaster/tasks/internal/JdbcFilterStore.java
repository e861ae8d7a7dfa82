package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.SavedFilter;
import io.flowmaster.tasks.TaskSearch;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of saved filters. */
@Component
class JdbcFilterStore {
  private static final String SEEN =
      " from tasks_filter f where f.tenant = :tenant and (f.owner = :me or exists (select 1 from tasks_filter_group g where g.filter_id = f.id and g.group_id = any(:groups)))";
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcFilterStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** By name, then by id, after the given ones. */
  List<SavedFilter> page(
      Actor actor, @Nullable String afterName, @Nullable String afterId, int limit) {
    String after = afterName == null ? "" : " and (f.name, f.id) > (:name, :id)";
    return withGroups(
        jdbc.sql("select f.*" + SEEN + after + " order by f.name, f.id limit :limit")
            .params(seenBy(actor))
            .param("name", afterName)
            .param("id", afterId)
            .param("limit", limit)
            .query(this::filter)
            .list());
  }

  long count(Actor actor) {
    return jdbc.sql("select count(*)" + SEEN).params(seenBy(actor)).query(Long.class).single();
  }

  Optional<SavedFilter> find(Actor actor, String id) {
    return one("select f.*" + SEEN + " and f.id = :id", actor, id);
  }

  Optional<SavedFilter> lock(Actor actor, String id) {
    return one("select f.*" + SEEN + " and f.id = :id for update", actor, id);
  }

  private Optional<SavedFilter> one(String sql, Actor actor, String id) {
    return withGroups(
            jdbc.sql(sql).params(seenBy(actor)).param("id", id).query(this::filter).list())
        .stream()
        .findFirst();
  }

  private static Map<String, Object> seenBy(Actor actor) {
    return new HashMap<>(
        Map.of(
            "tenant",
            actor.tenant().value(),
            "me",
            actor.id().value(),
            "groups",
            actor.groups().toArray(String[]::new)));
  }

  long countOf(Actor owner) {
    return jdbc.sql("select count(*) from tasks_filter where tenant = :tenant and owner = :owner")
        .param("tenant", owner.tenant().value())
        .param("owner", owner.id().value())
        .query(Long.class)
        .single();
  }

  void insert(Actor owner, String id, SavedFilter.Draft draft, Instant at) {
    jdbc.sql(
            """
            insert into tasks_filter (id, tenant, owner, name, search, created_at, updated_at, revision)
            values (:id, :tenant, :owner, :name, :search, :at, :at, 1)
            """)
        .param("id", id)
        .param("tenant", owner.tenant().value())
        .param("owner", owner.id().value())
        .param("name", draft.name())
        .param("search", write(draft.search()))
        .param("at", Columns.time(at))
        .update();
    share(owner, id, draft.groups());
  }

  void update(Actor owner, String id, SavedFilter.Draft draft, Instant at) {
    jdbc.sql(
            """
            update tasks_filter set name = :name, search = :search, updated_at = :at, revision = revision + 1
            where tenant = :tenant and id = :id
            """)
        .param("id", id)
        .param("tenant", owner.tenant().value())
        .param("name", draft.name())
        .param("search", write(draft.search()))
        .param("at", Columns.time(at))
        .update();
    jdbc.sql("delete from tasks_filter_group where filter_id = :id").param("id", id).update();
    share(owner, id, draft.groups());
  }

  private void share(Actor owner, String id, List<String> groups) {
    for (String group : new TreeSet<>(groups)) {
      jdbc.sql(
              "insert into tasks_filter_group (filter_id, tenant, group_id) values (:id, :tenant, :group)")
          .param("id", id)
          .param("tenant", owner.tenant().value())
          .param("group", group)
          .update();
    }
  }

  void delete(Actor actor, String id) {
    jdbc.sql("delete from tasks_filter where tenant = :tenant and id = :id")
        .param("tenant", actor.tenant().value())
        .param("id", id)
        .update();
  }

  private SavedFilter filter(ResultSet row, int number) throws SQLException {
    return new SavedFilter(
        row.getString("id"),
        row.getString("name"),
        read(row.getString("search")),
        List.of(),
        new UserId(row.getString("owner")),
        Columns.sureTime(row, "created_at"),
        Columns.sureTime(row, "updated_at"),
        new Revision(row.getLong("revision")));
  }

  private List<SavedFilter> withGroups(List<SavedFilter> filters) {
    if (filters.isEmpty()) {
      return filters;
    }
    Map<String, TreeSet<String>> groups = new HashMap<>();
    jdbc.sql("select filter_id, group_id from tasks_filter_group where filter_id in (:ids)")
        .param("ids", filters.stream().map(SavedFilter::id).toList())
        .query(
            row -> {
              groups.computeIfAbsent(row.getString(1), id -> new TreeSet<>()).add(row.getString(2));
            });
    return filters.stream()
        .map(
            f ->
                new SavedFilter(
                    f.id(),
                    f.name(),
                    f.search(),
                    List.copyOf(groups.getOrDefault(f.id(), new TreeSet<>())),
                    f.owner(),
                    f.createdAt(),
                    f.updatedAt(),
                    f.revision()))
        .toList();
  }

  private String write(TaskSearch search) {
    try {
      return json.writeValueAsString(search);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TaskSearch read(String text) {
    try {
      return json.readValue(text, TaskSearch.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
