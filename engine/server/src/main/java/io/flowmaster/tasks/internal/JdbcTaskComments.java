package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.tasks.CommentAdded;
import io.flowmaster.tasks.TaskComment;
import io.flowmaster.tasks.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remarks on tasks. */
@Component
class JdbcTaskComments {
  private final JdbcClient jdbc;
  private final JdbcTaskMentions mentions;
  private final ApplicationEventPublisher events;

  JdbcTaskComments(JdbcClient jdbc, JdbcTaskMentions mentions, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.mentions = mentions;
    this.events = events;
  }

  TaskComment add(TaskRow task, Actor author, String message, Instant at) {
    TaskComment comment =
        new TaskComment(
            Ids.next(),
            at,
            author.id().value(),
            author.name(),
            author.onBehalfOf() == null ? null : author.onBehalfOf().value(),
            message);
    jdbc.sql(
            """
            insert into tasks_comment (id, tenant, task_id, at, author, author_name, on_behalf_of, message)
            values (:id, :tenant, :task, :at, :author, :name, :person, :message)
            """)
        .param("id", comment.id())
        .param("tenant", task.task().tenant())
        .param("task", task.id())
        .param("at", Columns.time(at))
        .param("author", comment.author())
        .param("name", comment.authorName())
        .param("person", comment.onBehalfOf(), Types.VARCHAR)
        .param("message", message)
        .update();
    mentions.keep(comment, author);
    events.publishEvent(
        new CommentAdded(
            author.tenant(), new TaskId(task.id()), comment.id(), comment.author(), message, at));
    return comment;
  }

  /** Oldest first. */
  Page<TaskComment> page(String task, PageQuery page) {
    List<TaskComment> rows =
        jdbc.sql(
                """
                select * from tasks_comment where task_id = :task and id > :after order by id limit :limit
                """)
            .param("task", task)
            .param("after", page.cursor() == null ? "" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query(JdbcTaskComments::row)
            .list();
    Long total =
        page.count()
            ? jdbc.sql("select count(*) from tasks_comment where task_id = :task")
                .param("task", task)
                .query(Long.class)
                .single()
            : null;
    return Page.of(rows, page, comment -> List.of(comment.id()), total);
  }

  static TaskComment row(ResultSet row, int number) throws SQLException {
    return new TaskComment(
        row.getString("id"),
        Columns.sureTime(row, "at"),
        row.getString("author"),
        row.getString("author_name"),
        row.getString("on_behalf_of"),
        row.getString("message"));
  }
}
