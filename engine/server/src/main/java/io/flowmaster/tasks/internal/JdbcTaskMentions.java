package io.flowmaster.tasks.internal;

import io.flowmaster.identity.UserDirectory;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.TaskComment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was called by which comment. */
@Component
class JdbcTaskMentions {
  /** Ids are hexadecimal. */
  private static final String AFTER_ALL = "g";

  private final JdbcClient jdbc;
  private final JdbcTaskStore store;
  private final UserDirectory directory;

  JdbcTaskMentions(JdbcClient jdbc, JdbcTaskStore store, UserDirectory directory) {
    this.jdbc = jdbc;
    this.store = store;
    this.directory = directory;
  }

  /** Keeps whom of the tenant the comment calls; nobody calls himself. */
  void keep(TaskComment comment, Actor author) {
    List<UserId> called =
        Mentions.in(comment.message()).stream().flatMap(JdbcTaskMentions::id).toList();
    if (called.isEmpty()) {
      return;
    }
    directory.names(author.tenant(), called).keySet().stream()
        .filter(person -> !person.equals(author.id()))
        .forEach(person -> insert(comment, author, person));
  }

  private void insert(TaskComment comment, Actor author, UserId person) {
    jdbc.sql(
            "insert into tasks_mention (comment_id, tenant, person) values (:comment, :tenant, :person)")
        .param("comment", comment.id())
        .param("tenant", author.tenant().value())
        .param("person", person.value())
        .update();
  }

  private static Stream<UserId> id(String text) {
    try {
      return Stream.of(new UserId(text));
    } catch (InvalidValue notAnId) {
      return Stream.of();
    }
  }

  /** A comment that calls somebody, with its task. */
  record Called(TaskComment comment, TaskRow task) {}

  /** Newest first; one more than the page, if there is one. */
  List<Called> page(Actor person, PageQuery page) {
    String before = page.cursor() == null ? AFTER_ALL : page.cursor().string(0);
    return jdbc.sql(
            """
            select t.*, c.id as comment_id, c.at as comment_at, c.author as comment_author,
              c.author_name as comment_author_name, c.on_behalf_of as comment_on_behalf_of, c.message as comment_message
            from tasks_mention m join tasks_comment c on c.id = m.comment_id join tasks_task t on t.id = c.task_id
            where m.tenant = :tenant and m.person = :person and m.comment_id < :before
            order by m.comment_id desc limit :limit
            """)
        .param("tenant", person.tenant().value())
        .param("person", person.id().value())
        .param("before", before)
        .param("limit", page.limit() + 1)
        .query((row, number) -> new Called(comment(row), store.row(row, number)))
        .list();
  }

  private static TaskComment comment(ResultSet row) throws SQLException {
    return new TaskComment(
        row.getString("comment_id"),
        Columns.sureTime(row, "comment_at"),
        row.getString("comment_author"),
        row.getString("comment_author_name"),
        row.getString("comment_on_behalf_of"),
        row.getString("comment_message"));
  }
}
