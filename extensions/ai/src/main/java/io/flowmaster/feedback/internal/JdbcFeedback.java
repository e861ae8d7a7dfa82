package io.flowmaster.feedback.internal;

import io.flowmaster.feedback.Feedback;
import io.flowmaster.feedback.FeedbackEntry;
import io.flowmaster.feedback.FeedbackGiven;
import io.flowmaster.feedback.FeedbackGivenMeanwhile;
import io.flowmaster.feedback.FeedbackNotFound;
import io.flowmaster.feedback.FeedbackSearch;
import io.flowmaster.feedback.NewFeedback;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Feedback in {@code feedback_feedback}. */
@Component
class JdbcFeedback implements Feedback {
  private static final String TENANT = "tenant";
  private final JdbcClient jdbc;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcFeedback(
      JdbcClient jdbc, CurrentActor current, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Given give(NewFeedback feedback) {
    FeedbackEntry former = former(feedback).orElse(null);
    String id = former == null ? Ids.next() : former.id();
    try {
      write(id, feedback, former != null);
    } catch (DuplicateKeyException sameTime) {
      throw new FeedbackGivenMeanwhile();
    }
    FeedbackEntry entry = get(id);
    events.publishEvent(
        new FeedbackGiven(
            current.tenant(),
            id,
            feedback.targetType(),
            feedback.targetId(),
            feedback.rating(),
            former == null ? null : Integer.valueOf(former.rating()),
            feedback.comment(),
            feedback.correction(),
            entry.createdAt()));
    return new Given(entry, former != null);
  }

  private Optional<FeedbackEntry> former(NewFeedback feedback) {
    return jdbc.sql(
            """
            select * from feedback_feedback where tenant = :tenant and target_type = :type
              and target_id = :target and created_by = :by for update
            """)
        .param(TENANT, current.tenant().value())
        .param("type", feedback.targetType())
        .param("target", feedback.targetId())
        .param("by", current.get().id().value())
        .query((row, n) -> entry(row))
        .optional();
  }

  private void write(String id, NewFeedback feedback, boolean isThere) {
    Actor actor = current.get();
    jdbc.sql(
            isThere
                ? """
                update feedback_feedback set rating = :rating, comment = :comment,
                  correction = :correction, created_at = :at, created_by_name = :name
                where tenant = :tenant and id = :id
                """
                : """
                insert into feedback_feedback (tenant, id, target_type, target_id, rating, comment,
                  correction, created_at, created_by, created_by_name)
                values (:tenant, :id, :type, :target, :rating, :comment, :correction, :at, :by, :name)
                """)
        .param(TENANT, actor.tenant().value())
        .param("id", id)
        .param("type", feedback.targetType())
        .param("target", feedback.targetId())
        .param("rating", feedback.rating())
        .param("comment", feedback.comment(), Types.VARCHAR)
        .param("correction", feedback.correction(), Types.VARCHAR)
        .param("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
        .param("by", actor.id().value())
        .param("name", actor.name())
        .update();
  }

  @Override
  public Page<FeedbackEntry> search(FeedbackSearch search, PageQuery page) {
    Map<String, Object> values = new HashMap<>();
    StringBuilder where = new StringBuilder(" where tenant = :tenant");
    values.put(TENANT, current.tenant().value());
    narrow(where, values, "target_type = :type", "type", search.targetType());
    narrow(where, values, "target_id = :target", "target", search.targetId());
    narrow(where, values, "rating <= :rating", "rating", search.mostRating());
    Long total =
        page.count()
            ? jdbc.sql("select count(*) from feedback_feedback" + where)
                .params(values)
                .query(Long.class)
                .single()
            : null;
    narrow(
        where,
        values,
        "id < :before",
        "before",
        page.cursor() == null ? null : page.cursor().string(0));
    values.put("limit", page.limit() + 1);
    List<FeedbackEntry> rows =
        jdbc.sql("select * from feedback_feedback" + where + " order by id desc limit :limit")
            .params(values)
            .query((row, n) -> entry(row))
            .list();
    return Page.of(rows, page, entry -> List.of(entry.id()), total);
  }

  private static void narrow(
      StringBuilder where,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      where.append(" and ").append(condition);
      values.put(name, value);
    }
  }

  @Override
  public FeedbackEntry get(String id) {
    return jdbc.sql("select * from feedback_feedback where tenant = :tenant and id = :id")
        .param(TENANT, current.tenant().value())
        .param("id", id)
        .query((row, n) -> entry(row))
        .optional()
        .orElseThrow(() -> new FeedbackNotFound(id));
  }

  private static FeedbackEntry entry(ResultSet row) throws SQLException {
    return new FeedbackEntry(
        row.getString("id"),
        row.getString("target_type"),
        row.getString("target_id"),
        row.getInt("rating"),
        row.getString("comment"),
        row.getString("correction"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        row.getString("created_by_name"));
  }
}
