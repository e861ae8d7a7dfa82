package io.flowmaster.bulk.internal;

import io.flowmaster.bulk.BulkJob;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs of all tenants. */
@Component
class JdbcBulkJobs {
  private final JdbcClient jdbc;
  private final Json json;

  JdbcBulkJobs(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(JobRow job) {
    jdbc.sql(
            """
            insert into bulk_job (id, tenant, action, parameters, reason, status, total, done, failed, skipped, undo_of,
              actor, actor_name, actor_kind, actor_roles, actor_groups, actor_member, on_behalf_of, created_at)
            values (:id, :tenant, :action, :parameters, :reason, :status, :total, 0, 0, 0, :undoOf,
              :actor, :name, :kind, :roles, :groups, :member, :behalf, :created)
            """)
        .param("id", job.id())
        .param("tenant", job.actor().tenant().value())
        .param("action", job.action())
        .param("parameters", json.write(job.parameters()))
        .param("reason", job.reason())
        .param("status", job.status().name())
        .param("total", job.total())
        .param("undoOf", job.undoOf())
        .param("actor", job.actor().id().value())
        .param("name", job.actor().name())
        .param("kind", job.actor().kind().name())
        .param("roles", json.write(job.actor().roles()))
        .param("groups", json.write(job.actor().groups()))
        .param("member", job.member())
        .param("behalf", job.actor().onBehalfOf() == null ? null : job.actor().onBehalfOf().value())
        .param("created", Timestamp.from(job.createdAt()))
        .update();
  }

  /** For the one who works on it, in whichever tenant. */
  Optional<JobRow> find(String id) {
    return jdbc.sql("select * from bulk_job where id = :id")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /**
   * @param creator null when the actor may see everybody's
   */
  Optional<JobRow> find(TenantId tenant, String id, @Nullable String creator) {
    return jdbc.sql(
            "select * from bulk_job where id = :id and tenant = :tenant and (:creator is null or actor = :creator)")
        .param("id", id)
        .param("tenant", tenant.value())
        .param("creator", creator, Types.VARCHAR)
        .query(this::read)
        .optional();
  }

  /** The newest first, and one more when there is a next page. */
  List<JobRow> page(
      TenantId tenant, @Nullable String creator, @Nullable String status, PageQuery page) {
    return select("*", tenant, creator, status, " and id < :before order by id desc limit :limit")
        .param("before", page.cursor() == null ? "g" : page.cursor().string(0))
        .param("limit", page.limit() + 1)
        .query(this::read)
        .list();
  }

  long count(TenantId tenant, @Nullable String creator, @Nullable String status) {
    return select("count(*)", tenant, creator, status, "").query(Long.class).single();
  }

  private JdbcClient.StatementSpec select(
      String what,
      TenantId tenant,
      @Nullable String creator,
      @Nullable String status,
      String more) {
    return jdbc.sql(
            "select "
                + what
                + " from bulk_job where tenant = :tenant and (:creator is null or actor = :creator)"
                + " and (:status is null or status = :status)"
                + more)
        .param("tenant", tenant.value())
        .param("creator", creator, Types.VARCHAR)
        .param("status", status, Types.VARCHAR);
  }

  void progress(String id, ItemCounts counts) {
    jdbc.sql(
            "update bulk_job set done = :done, failed = :failed, skipped = :skipped where id = :id")
        .param("id", id)
        .param("done", counts.done())
        .param("failed", counts.failed())
        .param("skipped", counts.skipped())
        .update();
  }

  /** Ends a running job; false when somebody else was first. */
  boolean end(String id, BulkJob.Status status, Instant at) {
    return jdbc.sql(
                "update bulk_job set status = :status, ended_at = :at where id = :id and status = 'RUNNING'")
            .param("id", id)
            .param("status", status.name())
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /** Notes which job undoes this one; false when another does already. */
  boolean undone(String id, String by) {
    return jdbc.sql("update bulk_job set undone_by = :by where id = :id and undone_by is null")
            .param("id", id)
            .param("by", by)
            .update()
        == 1;
  }

  /** Removes up to {@code most} jobs that ended before, with their items; answers how many. */
  int removeEnded(Instant before, int most) {
    List<String> ids =
        jdbc.sql("select id from bulk_job where ended_at < :before order by ended_at limit :most")
            .param("before", Timestamp.from(before))
            .param("most", most)
            .query(String.class)
            .list();
    for (String id : ids) {
      jdbc.sql("delete from bulk_item where job = :id").param("id", id).update();
      jdbc.sql("delete from bulk_job where id = :id").param("id", id).update();
    }
    return ids.size();
  }

  private JobRow read(ResultSet row, int number) throws SQLException {
    String behalf = row.getString("on_behalf_of");
    Actor actor =
        new Actor(
            new TenantId(row.getString("tenant")),
            new UserId(row.getString("actor")),
            row.getString("actor_name"),
            Actor.Kind.valueOf(row.getString("actor_kind")),
            json.words(row.getString("actor_roles")),
            json.words(row.getString("actor_groups")),
            behalf == null ? null : new UserId(behalf));
    Timestamp ended = row.getTimestamp("ended_at");
    return new JobRow(
        row.getString("id"),
        row.getString("action"),
        json.members(row.getString("parameters")),
        row.getString("reason"),
        BulkJob.Status.valueOf(row.getString("status")),
        row.getInt("total"),
        new ItemCounts(row.getInt("done"), row.getInt("failed"), row.getInt("skipped")),
        row.getString("undo_of"),
        row.getString("undone_by"),
        actor,
        row.getBoolean("actor_member"),
        row.getTimestamp("created_at").toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
