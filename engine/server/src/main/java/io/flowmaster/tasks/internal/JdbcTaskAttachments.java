package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.tasks.AttachmentTooLarge;
import io.flowmaster.tasks.TaskAttachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files on tasks, kept in pieces so that no file is ever whole in memory. */
@Component
class JdbcTaskAttachments {
  static final long MOST_BYTES = 10L * 1024 * 1024;
  private static final int PIECE = 512 * 1024;
  private final JdbcClient jdbc;

  JdbcTaskAttachments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  TaskAttachment add(
      TaskRow task,
      String author,
      String filename,
      String mediaType,
      InputStream content,
      Instant at) {
    String id = Ids.next();
    insert(task, new TaskAttachment(id, at, author, filename, mediaType, 0, ""));
    MessageDigest digest = sha256();
    long size = copyIn(id, content, digest);
    String sha256 = HexFormat.of().formatHex(digest.digest());
    jdbc.sql("update tasks_attachment set size = :size, sha256 = :sha256 where id = :id")
        .param("size", size)
        .param("sha256", sha256)
        .param("id", id)
        .update();
    return new TaskAttachment(id, at, author, filename, mediaType, size, sha256);
  }

  private void insert(TaskRow task, TaskAttachment attachment) {
    jdbc.sql(
            """
            insert into tasks_attachment (id, tenant, task_id, at, author, filename, media_type, size, sha256)
            values (:id, :tenant, :task, :at, :author, :filename, :mediaType, :size, :sha256)
            """)
        .param("id", attachment.id())
        .param("tenant", task.task().tenant())
        .param("task", task.id())
        .param("at", Columns.time(attachment.at()))
        .param("author", attachment.author())
        .param("filename", attachment.filename())
        .param("mediaType", attachment.mediaType())
        .param("size", attachment.size())
        .param("sha256", attachment.sha256())
        .update();
  }

  private long copyIn(String id, InputStream content, MessageDigest digest) {
    long size = 0;
    try {
      byte[] bytes = content.readNBytes(PIECE);
      for (int piece = 0; bytes.length > 0; piece++) {
        size += bytes.length;
        if (size > MOST_BYTES) {
          throw new AttachmentTooLarge(MOST_BYTES);
        }
        digest.update(bytes);
        jdbc.sql(
                "insert into tasks_attachment_piece (attachment_id, piece, content) values (:id, :piece, :content)")
            .param("id", id)
            .param("piece", piece)
            .param("content", bytes)
            .update();
        bytes = content.readNBytes(PIECE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return size;
  }

  Page<TaskAttachment> page(String task, PageQuery page) {
    List<TaskAttachment> rows =
        jdbc.sql(
                "select * from tasks_attachment where task_id = :task and id > :after order by id limit :limit")
            .param("task", task)
            .param("after", page.cursor() == null ? "" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query(JdbcTaskAttachments::row)
            .list();
    Long total =
        page.count()
            ? jdbc.sql("select count(*) from tasks_attachment where task_id = :task")
                .param("task", task)
                .query(Long.class)
                .single()
            : null;
    return Page.of(rows, page, attachment -> List.of(attachment.id()), total);
  }

  Optional<TaskAttachment> find(String task, String id) {
    return jdbc.sql("select * from tasks_attachment where task_id = :task and id = :id")
        .param("task", task)
        .param("id", id)
        .query(JdbcTaskAttachments::row)
        .optional();
  }

  void copyOut(String id, OutputStream to) {
    for (int piece = 0; ; piece++) {
      Optional<byte[]> bytes =
          jdbc.sql(
                  "select content from tasks_attachment_piece where attachment_id = :id and piece = :piece")
              .param("id", id)
              .param("piece", piece)
              .query((row, n) -> row.getBytes(1))
              .optional();
      if (bytes.isEmpty()) {
        return;
      }
      try {
        to.write(bytes.get());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void remove(String id) {
    jdbc.sql("delete from tasks_attachment where id = :id").param("id", id).update();
  }

  static TaskAttachment row(ResultSet row, int number) throws SQLException {
    return new TaskAttachment(
        row.getString("id"),
        Columns.sureTime(row, "at"),
        row.getString("author"),
        row.getString("filename"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getString("sha256"));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
