package io.flowmaster.bulk.internal;

import io.flowmaster.bulk.BulkItem;
import io.flowmaster.bulk.BulkItem.Status;
import io.flowmaster.bulk.BulkSelection;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items of jobs: settled by one statement inside the database, then decided one by one. */
@Component
class JdbcBulkItems {
  private static final String INSERT =
      "insert into bulk_item (job, tenant, item, status, attempts, due_at, memory) ";
  private static final String SELECT =
      "select cast(:bulkJob as varchar(36)), cast(:bulkTenant as varchar(64)), q.item, 'PENDING', 0,"
          + " cast(:bulkNow as timestamp(3) with time zone), ";

  /** What is left of an item's text; the same is what its column keeps. */
  private static final int LONGEST_MESSAGE = 1_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Json json;

  JdbcBulkItems(JdbcClient jdbc, JdbcTemplate template, Json json) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
  }

  /** A pending item whose row is locked until the transaction ends. */
  record Claimed(@Nullable String memory, int attempts) {}

  /** Settles the items, at most {@code most} of them; answers how many. */
  int settle(String job, TenantId tenant, BulkSelection items, Instant now, int most) {
    if (items.ids() != null) {
      return settle(job, tenant, items.ids().stream().limit(most).toList(), now);
    }
    return jdbc.sql(
            INSERT
                + SELECT
                + "cast(null as varchar(1)) from ("
                + items.sql()
                + ") q order by q.item limit :bulkMost")
        .params(items.parameters())
        .param("bulkJob", job)
        .param("bulkTenant", tenant.value())
        .param("bulkNow", Timestamp.from(now))
        .param("bulkMost", most)
        .update();
  }

  private int settle(String job, TenantId tenant, List<String> ids, Instant now) {
    template.batchUpdate(
        INSERT + "values (?, ?, ?, 'PENDING', 0, ?, null)",
        new BatchPreparedStatementSetter() {
          @Override
          public void setValues(java.sql.PreparedStatement statement, int i) throws SQLException {
            statement.setString(1, job);
            statement.setString(2, tenant.value());
            statement.setString(3, ids.get(i));
            statement.setTimestamp(4, Timestamp.from(now));
          }

          @Override
          public int getBatchSize() {
            return ids.size();
          }
        });
    return ids.size();
  }

  /** Settles what another job did, with what it remembers of each; answers how many. */
  int settleDoneOf(String other, String job, TenantId tenant, Instant now) {
    return jdbc.sql(
            INSERT
                + SELECT
                + "q.memory from bulk_item q where q.job = :other and q.tenant = :bulkTenant and q.status = 'DONE'")
        .param("other", other)
        .param("bulkJob", job)
        .param("bulkTenant", tenant.value())
        .param("bulkNow", Timestamp.from(now))
        .update();
  }

  List<String> due(String job, Instant now, int most) {
    return jdbc.sql(
            """
            select item from bulk_item where job = :job and status = 'PENDING' and due_at <= :now
            order by item limit :most
            """)
        .param("job", job)
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query(String.class)
        .list();
  }

  /** When the next pending item is due; empty when none is pending. */
  Optional<Instant> nextDue(String job) {
    return jdbc.sql(
            "select due_at from bulk_item where job = :job and status = 'PENDING' order by due_at limit 1")
        .param("job", job)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /** Takes a pending item for this transaction; empty when it was decided meanwhile. */
  Optional<Claimed> claim(String job, String item) {
    return jdbc.sql(
            """
            select memory, attempts from bulk_item where job = :job and item = :item and status = 'PENDING'
            for update
            """)
        .param("job", job)
        .param("item", item)
        .query((row, n) -> new Claimed(row.getString(1), row.getInt(2)))
        .optional();
  }

  /** Puts a claimed item off. */
  void putOff(String job, String item, Instant until, @Nullable String memory) {
    jdbc.sql(
            """
            update bulk_item set attempts = attempts + 1, due_at = :until, memory = :memory
            where job = :job and item = :item and status = 'PENDING'
            """)
        .param("job", job)
        .param("item", item)
        .param("until", Timestamp.from(until))
        .param("memory", memory)
        .update();
  }

  /** Decides a pending item; one that was decided meanwhile stays as it is. */
  void decide(String job, BulkItem item, @Nullable String memory) {
    String message = item.message();
    jdbc.sql(
            """
            update bulk_item set status = :status, attempts = attempts + 1, code = :code, message = :message,
              detail = :detail, memory = :memory, decided_at = :at
            where job = :job and item = :item and status = 'PENDING'
            """)
        .param("job", job)
        .param("item", item.id())
        .param("status", item.status().name())
        .param("code", item.code())
        .param(
            "message",
            message == null || message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, LONGEST_MESSAGE - 1) + "…")
        .param("detail", json.writeIfAny(item.detail()))
        .param("memory", memory)
        .param("at", Timestamp.from(item.at()))
        .update();
  }

  /** Leaves the pending items alone for good; answers how many. */
  int dropPending(String job, Instant at) {
    return jdbc.sql(
            "update bulk_item set status = 'NOT_DONE', decided_at = :at where job = :job and status = 'PENDING'")
        .param("job", job)
        .param("at", Timestamp.from(at))
        .update();
  }

  ItemCounts counts(String job) {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    jdbc.sql("select status, count(*) from bulk_item where job = :job group by status")
        .param("job", job)
        .query(
            row -> {
              counts.put(Status.valueOf(row.getString(1)), row.getInt(2));
            });
    return new ItemCounts(
        counts.getOrDefault(Status.DONE, 0),
        counts.getOrDefault(Status.FAILED, 0),
        counts.getOrDefault(Status.SKIPPED, 0));
  }

  /** A page by item id, and one more when there is a next one. */
  List<BulkItem> page(TenantId tenant, String job, @Nullable Status status, PageQuery page) {
    return select("*", tenant, job, status, " and item > :after order by item limit :limit")
        .param("after", page.cursor() == null ? "" : page.cursor().string(0))
        .param("limit", page.limit() + 1)
        .query(this::read)
        .list();
  }

  long count(TenantId tenant, String job, @Nullable Status status) {
    return select("count(*)", tenant, job, status, "").query(Long.class).single();
  }

  private JdbcClient.StatementSpec select(
      String what, TenantId tenant, String job, @Nullable Status status, String more) {
    return jdbc.sql(
            "select "
                + what
                + " from bulk_item where job = :job and tenant = :tenant and (:status is null or status = :status)"
                + more)
        .param("job", job)
        .param("tenant", tenant.value())
        .param("status", status == null ? null : status.name(), Types.VARCHAR);
  }

  private BulkItem read(ResultSet row, int number) throws SQLException {
    Timestamp at = row.getTimestamp("decided_at");
    return new BulkItem(
        row.getString("item"),
        Status.valueOf(row.getString("status")),
        row.getString("code"),
        row.getString("message"),
        json.node(row.getString("detail")),
        at == null ? null : at.toInstant());
  }
}
