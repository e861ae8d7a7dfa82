package io.flowmaster.executions.internal;

import io.flowmaster.executions.ExecutionHistory;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.HistoryEvent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Merges what the engine keeps in separate tables into one order: time, then the order in which the
 * engine came by the activities, then what belongs first at an activity. First only the keys of a
 * page are read, then what the page needs, each table once.
 */
@Service
class JdbcHistory implements ExecutionHistory {

  /** The key of an event: which row of which source, and where it stands. */
  record Key(
      Instant at, long sequence, long within, int phase, long ordinal, Source source, String id) {
    List<?> values() {
      return List.of(at, sequence, within, phase, ordinal, source.name() + ":" + id);
    }
  }

  private final JdbcClient jdbc;
  private final ExecutionRows rows;
  private final HistoryEvents events;

  JdbcHistory(JdbcClient jdbc, ExecutionRows rows, HistoryEvents events) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.events = events;
  }

  @Override
  public Page<HistoryEvent> of(ExecutionId id, PageQuery page) {
    ExecutionRow row = rows.get(id.value());
    String all = Source.union(row.isRoot());
    Condition condition = new Condition();
    String execution = condition.bind(row.id()).substring(1);
    if (page.cursor() != null) {
      condition.and(
          "(AT_, SEQ_, SUB_, PHASE_, ORD_, REF_) > (%s, %s, %s, %s, %s, %s)"
              .formatted(
                  condition.bind(Timestamp.from(page.cursor().instant(0))),
                  condition.bind(page.cursor().number(1)),
                  condition.bind(page.cursor().number(2)),
                  condition.bind(page.cursor().number(3)),
                  condition.bind(page.cursor().number(4)),
                  condition.bind(page.cursor().string(5))));
    }
    String from = "(" + all.replace(":execution", ":" + execution) + ") h";
    String where = page.cursor() == null ? "" : " where " + condition.sql();
    List<Key> keys =
        jdbc.sql(
                "select AT_, SEQ_, SUB_, PHASE_, ORD_, REF_ from %s%s order by AT_, SEQ_, SUB_, PHASE_, ORD_, REF_ limit %d"
                    .formatted(from, where, page.limit() + 1))
            .params(condition.parameters())
            .query((found, n) -> key(found))
            .list();
    Long total = page.count() ? count(from, row.id(), execution) : null;
    Page<Key> found = Page.of(keys, page, Key::values, total);
    return new Page<>(events.of(row, found.items()), found.nextCursor(), total);
  }

  /**
   * The latest events of an execution, oldest first.
   *
   * @param isCut whether there are older ones
   */
  record Latest(List<HistoryEvent> events, boolean isCut) {}

  /** As {@link #of}, from the end; for whoever has the row and so may read it. */
  Latest latest(ExecutionRow row, int most) {
    List<Key> keys =
        new ArrayList<>(
            jdbc.sql(
                    "select AT_, SEQ_, SUB_, PHASE_, ORD_, REF_ from (%s) h"
                            .formatted(Source.union(row.isRoot()))
                        + " order by AT_ desc, SEQ_ desc, SUB_ desc, PHASE_ desc, ORD_ desc, REF_ desc"
                        + " limit %d".formatted(most + 1))
                .param("execution", row.id())
                .query((found, n) -> key(found))
                .list());
    boolean isCut = keys.size() > most;
    List<Key> kept = isCut ? keys.subList(0, most) : keys;
    Collections.reverse(kept);
    return new Latest(events.of(row, kept), isCut);
  }

  private long count(String from, String id, String parameter) {
    return jdbc.sql("select count(*) from " + from).param(parameter, id).query(Long.class).single();
  }

  private static Key key(ResultSet row) throws SQLException {
    String reference = row.getString("REF_");
    int colon = reference.indexOf(':');
    return new Key(
        row.getTimestamp("AT_").toInstant(),
        row.getLong("SEQ_"),
        row.getLong("SUB_"),
        row.getInt("PHASE_"),
        row.getLong("ORD_"),
        Source.valueOf(reference.substring(0, colon)),
        reference.substring(colon + 1));
  }
}
