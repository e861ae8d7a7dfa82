package io.flowmaster.notifications.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.notifications.Channel;
import io.flowmaster.notifications.Preferences;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people, and addresses that are nobody's, want. */
@Component
class JdbcPreferences {
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcPreferences(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Preferences of(TenantId tenant, String recipient) {
    return jdbc.sql(
            "select content from notifications_preference where tenant = :tenant and recipient = :recipient")
        .param("tenant", tenant.value())
        .param("recipient", recipient)
        .query(String.class)
        .optional()
        .map(this::read)
        .orElse(Preferences.NONE);
  }

  void keep(TenantId tenant, String recipient, Preferences preferences) {
    jdbc.sql(
            "delete from notifications_preference where tenant = :tenant and recipient = :recipient")
        .param("tenant", tenant.value())
        .param("recipient", recipient)
        .update();
    jdbc.sql(
            "insert into notifications_preference (id, tenant, recipient, content) values (:id, :tenant, :recipient, :content)")
        .param("id", Ids.next())
        .param("tenant", tenant.value())
        .param("recipient", recipient)
        .param("content", write(preferences))
        .update();
  }

  /** No more e-mail about the topic. */
  void unsubscribe(TenantId tenant, String recipient, String topic) {
    Preferences old = of(tenant, recipient);
    Map<String, Map<Channel, Boolean>> topics = new HashMap<>(old.topics());
    Map<Channel, Boolean> channels = new HashMap<>(topics.getOrDefault(topic, Map.of()));
    channels.put(Channel.EMAIL, false);
    topics.put(topic, channels);
    keep(
        tenant,
        recipient,
        new Preferences(
            old.locale(),
            old.timezone(),
            old.phone(),
            old.quietFrom(),
            old.quietTo(),
            old.channels(),
            topics));
  }

  private String write(Preferences preferences) {
    try {
      return json.writeValueAsString(preferences);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Preferences read(String content) {
    try {
      return json.readValue(content, Preferences.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
