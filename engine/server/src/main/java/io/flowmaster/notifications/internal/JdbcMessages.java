package io.flowmaster.notifications.internal;

import io.flowmaster.notifications.Channel;
import io.flowmaster.notifications.Notification;
import io.flowmaster.notifications.NotificationStatus;
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
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table of messages and that of attempts. */
@Component
class JdbcMessages {
  private static final int LONGEST_ERROR = 500;
  private final JdbcClient jdbc;

  JdbcMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(MessageRow row) {
    jdbc.sql(
            """
            insert into notifications_message (id, tenant, channel, recipient, person, topic, template, template_version,
              locale, subject, body, html, task, dedup_key, urgent, status, code, attempts, next_at, created_at,
              created_by, ended_at)
            values (:id, :tenant, :channel, :recipient, :person, :topic, :template, :version, :locale, :subject, :body,
              :html, :task, :dedup, :urgent, :status, :code, 0, :next, :created, :by, :ended)
            """)
        .param("id", row.id())
        .param("tenant", row.tenant().value())
        .param("channel", row.channel().name())
        .param("recipient", row.recipient())
        .param("person", row.person())
        .param("topic", row.topic())
        .param("template", row.template())
        .param("version", row.templateVersion(), Types.INTEGER)
        .param("locale", row.locale())
        .param("subject", row.subject())
        .param("body", row.body())
        .param("html", row.html())
        .param("task", row.task())
        .param("dedup", row.dedupKey())
        .param("urgent", row.urgent())
        .param("status", row.status().name())
        .param("code", row.code())
        .param("next", timestamp(row.nextAt()))
        .param("created", Timestamp.from(row.createdAt()))
        .param("by", row.createdBy().value())
        .param(
            "ended",
            row.status() == NotificationStatus.QUEUED ? null : Timestamp.from(row.createdAt()))
        .update();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  Optional<MessageRow> find(String id) {
    return jdbc.sql("select * from notifications_message where id = :id")
        .param("id", id)
        .query(JdbcMessages::read)
        .optional();
  }

  /**
   * @param creator null when the actor may see everybody's
   */
  Optional<MessageRow> find(TenantId tenant, String id, @Nullable String creator) {
    return jdbc.sql(
            """
            select * from notifications_message where id = :id and tenant = :tenant
              and (:creator is null or created_by = :creator)
            """)
        .param("id", id)
        .param("tenant", tenant.value())
        .param("creator", creator, Types.VARCHAR)
        .query(JdbcMessages::read)
        .optional();
  }

  Optional<MessageRow> findByKey(TenantId tenant, String dedupKey) {
    return jdbc.sql(
            "select * from notifications_message where tenant = :tenant and dedup_key = :key")
        .param("tenant", tenant.value())
        .param("key", dedupKey)
        .query(JdbcMessages::read)
        .optional();
  }

  List<Notification.Attempt> attempts(String id) {
    return jdbc.sql(
            "select attempted_at, error from notifications_attempt where message = :id order by number")
        .param("id", id)
        .query(
            (row, n) -> new Notification.Attempt(row.getTimestamp(1).toInstant(), row.getString(2)))
        .list();
  }

  void attempted(MessageRow row, Instant at, @Nullable String error) {
    jdbc.sql(
            """
            insert into notifications_attempt (message, number, tenant, attempted_at, error)
            values (:id, :number, :tenant, :at, :error)
            """)
        .param("id", row.id())
        .param("number", row.attempts() + 1)
        .param("tenant", row.tenant().value())
        .param("at", Timestamp.from(at))
        .param(
            "error",
            error == null || error.length() <= LONGEST_ERROR
                ? error
                : error.substring(0, LONGEST_ERROR - 1) + "…")
        .update();
    jdbc.sql("update notifications_message set attempts = attempts + 1 where id = :id")
        .param("id", row.id())
        .update();
  }

  void next(String id, Instant at) {
    jdbc.sql("update notifications_message set next_at = :at where id = :id and status = 'QUEUED'")
        .param("id", id)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** False when it was over before. */
  boolean end(String id, NotificationStatus status, @Nullable String code, Instant at) {
    return jdbc.sql(
                """
                update notifications_message set status = :status, code = :code, next_at = null, ended_at = :at
                where id = :id and status = 'QUEUED'
                """)
            .param("id", id)
            .param("status", status.name())
            .param("code", code)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /** The newest first, and one more when there is a next page. */
  List<MessageRow> page(
      TenantId tenant,
      @Nullable String creator,
      @Nullable NotificationStatus status,
      PageQuery page) {
    return select("*", tenant, creator, status, " and id < :before order by id desc limit :limit")
        .param("before", before(page))
        .param("limit", page.limit() + 1)
        .query(JdbcMessages::read)
        .list();
  }

  private static String before(PageQuery page) {
    return page.cursor() == null ? "g" : page.cursor().string(0);
  }

  long count(TenantId tenant, @Nullable String creator, @Nullable NotificationStatus status) {
    return select("count(*)", tenant, creator, status, "").query(Long.class).single();
  }

  private StatementSpec select(
      String what,
      TenantId tenant,
      @Nullable String creator,
      @Nullable NotificationStatus status,
      String more) {
    return jdbc.sql(
            "select "
                + what
                + " from notifications_message where tenant = :tenant and (:creator is null or created_by = :creator)"
                + " and (:status is null or status = :status)"
                + more)
        .param("tenant", tenant.value())
        .param("creator", creator, Types.VARCHAR)
        .param("status", status == null ? null : status.name(), Types.VARCHAR);
  }

  private StatementSpec inbox(String what, TenantId tenant, UserId person, String more) {
    return jdbc.sql(
            what
                + " notifications_message where tenant = :tenant and person = :person and channel = 'INAPP'"
                + " and status = 'DELIVERED'"
                + more)
        .param("tenant", tenant.value())
        .param("person", person.value());
  }

  List<MessageRow> inbox(TenantId tenant, UserId person, boolean unreadOnly, PageQuery page) {
    String unread = unreadOnly ? " and read_at is null" : "";
    return inbox(
            "select * from",
            tenant,
            person,
            unread + " and id < :before order by id desc limit :limit")
        .param("before", before(page))
        .param("limit", page.limit() + 1)
        .query(JdbcMessages::read)
        .list();
  }

  long countInbox(TenantId tenant, UserId person, boolean unreadOnly) {
    return inbox("select count(*) from", tenant, person, unreadOnly ? " and read_at is null" : "")
        .query(Long.class)
        .single();
  }

  Optional<MessageRow> inboxEntry(TenantId tenant, UserId person, String id) {
    return inbox("select * from", tenant, person, " and id = :id")
        .param("id", id)
        .query(JdbcMessages::read)
        .optional();
  }

  /**
   * @param id null for all
   */
  int read(TenantId tenant, UserId person, @Nullable String id, Instant at) {
    return jdbc.sql(
            """
            update notifications_message set read_at = :at where tenant = :tenant and person = :person
              and channel = 'INAPP' and read_at is null and (:id is null or id = :id)
            """)
        .param("at", Timestamp.from(at))
        .param("tenant", tenant.value())
        .param("person", person.value())
        .param("id", id, Types.VARCHAR)
        .update();
  }

  /** Removes up to {@code most} messages that ended before; answers how many. */
  int removeEnded(Instant before, int most) {
    List<String> ids =
        jdbc.sql(
                "select id from notifications_message where ended_at < :before order by ended_at limit :most")
            .param("before", Timestamp.from(before))
            .param("most", most)
            .query(String.class)
            .list();
    for (String id : ids) {
      jdbc.sql("delete from notifications_attempt where message = :id").param("id", id).update();
      jdbc.sql("delete from notifications_message where id = :id").param("id", id).update();
    }
    return ids.size();
  }

  private static MessageRow read(ResultSet row, int number) throws SQLException {
    int version = row.getInt("template_version");
    Integer templateVersion = row.wasNull() ? null : version;
    Timestamp next = row.getTimestamp("next_at");
    Timestamp read = row.getTimestamp("read_at");
    return new MessageRow(
        row.getString("id"),
        new TenantId(row.getString("tenant")),
        Channel.valueOf(row.getString("channel")),
        row.getString("recipient"),
        row.getString("person"),
        row.getString("topic"),
        row.getString("template"),
        templateVersion,
        row.getString("locale"),
        row.getString("subject"),
        row.getString("body"),
        row.getBoolean("html"),
        row.getString("task"),
        row.getString("dedup_key"),
        row.getBoolean("urgent"),
        NotificationStatus.valueOf(row.getString("status")),
        row.getString("code"),
        row.getInt("attempts"),
        next == null ? null : next.toInstant(),
        row.getTimestamp("created_at").toInstant(),
        new UserId(row.getString("created_by")),
        read == null ? null : read.toInstant());
  }
}
