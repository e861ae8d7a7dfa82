package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.TenantId;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What was suggested and what became of it, in a table. */
@Component
class JdbcFieldTrust implements FieldTrust {
  private static final Duration KEPT = Duration.ofDays(365);

  /**
   * Of the last 20 suggestions for a field at least 5 were answered, and most of them corrected.
   */
  private static final String PAUSED =
      """
      select s.field from (
        select field, accepted, row_number() over (partition by field order by settled_at desc, id desc) as n
        from dxg_suggestion
        where tenant = :tenant and process_key = :process and activity_id = :activity and settled_at is not null
      ) s where s.n <= 20
      group by s.field
      having count(*) >= 5 and 2 * sum(case when s.accepted then 1 else 0 end) < count(*)
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  JdbcFieldTrust(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  private record Row(String id, String field, String digest, boolean shown) {}

  @Override
  public Trusted of(TenantId tenant, CaseFile.Work task) {
    Set<String> paused =
        task.processKey() == null
            ? Set.of()
            : Set.copyOf(
                jdbc.sql(PAUSED)
                    .param("tenant", tenant.value())
                    .param("process", process(task))
                    .param("activity", activity(task))
                    .query(String.class)
                    .list());
    Set<String> shown = new HashSet<>();
    rows(tenant, task.id()).stream().filter(Row::shown).forEach(row -> shown.add(row.field()));
    return new Trusted(paused, shown);
  }

  @Override
  public boolean remember(TenantId tenant, CaseFile.Work task, List<Offer> offers) {
    Map<String, String> now = new HashMap<>();
    offers.forEach(offer -> now.put(offer.field(), digest(offer)));
    Map<String, String> before = new HashMap<>();
    rows(tenant, task.id()).forEach(row -> before.put(row.field(), row.digest()));
    // What was once offered stays remembered although the draft now holds something else.
    before.keySet().stream()
        .filter(field -> !now.containsKey(field))
        .toList()
        .forEach(before::remove);
    if (now.equals(before)) {
      return false;
    }
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  "delete from dxg_suggestion where tenant = :tenant and task_id = :task"
                      + " and field in (:fields) and settled_at is null")
              .param("tenant", tenant.value())
              .param("task", task.id())
              .param("fields", now.keySet())
              .update();
          offers.forEach(offer -> insert(tenant, task, offer));
        });
    return true;
  }

  private void insert(TenantId tenant, CaseFile.Work task, Offer offer) {
    jdbc.sql(
            """
            insert into dxg_suggestion (id, tenant, task_id, process_key, activity_id, field, digest, confidence, origin,
              shown, suggested_at)
            values (:id, :tenant, :task, :process, :activity, :field, :digest, :confidence, :origin, :shown, :at)
            """)
        .param("id", Ids.next())
        .param("tenant", tenant.value())
        .param("task", task.id())
        .param("process", process(task))
        .param("activity", activity(task))
        .param("field", offer.field())
        .param("digest", digest(offer))
        .param("confidence", offer.suggestion().confidence())
        .param("origin", offer.suggestion().provenance().origin().name())
        .param("shown", offer.isShown())
        .param("at", time(clock.instant()), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  @Override
  public void settle(TenantId tenant, String task, Map<String, JsonNode> submitted) {
    List<Row> rows = rows(tenant, task);
    if (rows.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    for (Row row : rows) {
      JsonNode value = Paths.at(submitted, row.field());
      jdbc.sql("update dxg_suggestion set accepted = :accepted, settled_at = :at where id = :id")
          .param("accepted", SameValue.digest(value).equals(row.digest()))
          .param("at", time(now), Types.TIMESTAMP_WITH_TIMEZONE)
          .param("id", row.id())
          .update();
    }
    jdbc.sql("delete from dxg_suggestion where tenant = :tenant and suggested_at < :old")
        .param("tenant", tenant.value())
        .param("old", time(now.minus(KEPT)), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  private List<Row> rows(TenantId tenant, String task) {
    return jdbc.sql(
            "select id, field, digest, shown from dxg_suggestion"
                + " where tenant = :tenant and task_id = :task and settled_at is null")
        .param("tenant", tenant.value())
        .param("task", task)
        .query(
            (row, n) ->
                new Row(
                    row.getString("id"),
                    row.getString("field"),
                    row.getString("digest"),
                    row.getBoolean("shown")))
        .list();
  }

  private static String digest(Offer offer) {
    return SameValue.digest(offer.suggestion().value());
  }

  private static String process(CaseFile.Work task) {
    return task.processKey() == null ? "" : task.processKey();
  }

  private static String activity(CaseFile.Work task) {
    return task.activityId() == null ? "" : task.activityId();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
