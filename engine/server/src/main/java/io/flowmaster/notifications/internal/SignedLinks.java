package io.flowmaster.notifications.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.notifications.LinkNotValid;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.SecretCipher;
import io.flowmaster.platform.SecretUnreadable;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links of messages that nobody can guess or change: what they are for is sealed in them. Those
 * that act on a task act once.
 */
@Component
class SignedLinks {
  private static final String UNSUBSCRIBE = "notifications/unsubscribe";
  private static final String ACTION = "notifications/action";
  private static final int LONGEST = 2_000;
  private final SecretCipher cipher;
  private final ObjectMapper json;
  private final JdbcClient jdbc;
  private final NotificationsProperties properties;
  private final Clock clock;

  SignedLinks(
      SecretCipher cipher,
      ObjectMapper json,
      JdbcClient jdbc,
      NotificationsProperties properties,
      Clock clock) {
    this.cipher = cipher;
    this.json = json;
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /** Whose e-mail about what. */
  record Subscription(TenantId tenant, String recipient, String topic) {}

  /** An answer to a task. */
  record Action(String id, TenantId tenant, String person, String task, String outcome) {}

  String unsubscribe(TenantId tenant, String recipient, String topic) {
    return properties.publicUrl()
        + "/notifications/unsubscribe/"
        + seal(UNSUBSCRIBE, new Subscription(tenant, recipient, topic));
  }

  Subscription subscription(String token) {
    return open(UNSUBSCRIBE, token, Subscription.class);
  }

  String action(TenantId tenant, String person, String task, String outcome) {
    Action action = new Action(Ids.next(), tenant, person, task, outcome);
    jdbc.sql(
            """
            insert into notifications_link (id, tenant, person, task, outcome, expires_at)
            values (:id, :tenant, :person, :task, :outcome, :expires)
            """)
        .param("id", action.id())
        .param("tenant", tenant.value())
        .param("person", person)
        .param("task", task)
        .param("outcome", outcome)
        .param("expires", Timestamp.from(clock.instant().plus(properties.linkTtl())))
        .update();
    return properties.publicUrl() + "/notifications/actions/" + seal(ACTION, action);
  }

  /** What the link is for, when it can still be used. */
  Action action(String token) {
    Action action = open(ACTION, token, Action.class);
    Optional<String> usable =
        jdbc.sql(
                "select id from notifications_link where id = :id and used_at is null and expires_at > :now")
            .param("id", action.id())
            .param("now", Timestamp.from(clock.instant()))
            .query(String.class)
            .optional();
    if (usable.isEmpty()) {
      throw new LinkNotValid();
    }
    return action;
  }

  /** Uses it up, in the caller's transaction; the other answers to the task by this person, too. */
  void use(Action action) {
    int used =
        jdbc.sql("update notifications_link set used_at = :now where id = :id and used_at is null")
            .param("id", action.id())
            .param("now", Timestamp.from(clock.instant()))
            .update();
    if (used == 0) {
      throw new LinkNotValid();
    }
  }

  void removeExpired(Instant before) {
    jdbc.sql("delete from notifications_link where expires_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private String seal(String context, Object value) {
    try {
      return cipher.encrypt(context, json.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T open(String context, String token, Class<T> type) {
    if (token.length() > LONGEST) {
      throw new LinkNotValid();
    }
    try {
      return json.readValue(cipher.decrypt(context, token), type);
    } catch (SecretUnreadable | JsonProcessingException e) {
      throw new LinkNotValid();
    }
  }
}
