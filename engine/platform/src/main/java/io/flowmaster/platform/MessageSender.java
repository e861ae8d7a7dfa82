package io.flowmaster.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends messages to people, as the area of notifications does. */
public interface MessageSender {

  /**
   * Accepts a message in the current transaction, or in one of its own; it is sent afterwards, as
   * the person wants it.
   *
   * @return the notification's id
   * @throws Problem when it cannot be delivered as it is, with what is wrong where
   */
  String send(TenantId tenant, Message message);

  /**
   * What is sent. Either a template is named, or there is a body.
   *
   * @param channel {@code inapp}, {@code email} or {@code sms}
   * @param to a user id of the tenant; for e-mail and text messages an address or number, too
   * @param template a template of the tenant or a topic of the platform
   * @param subject of a message without a template
   * @param body of a message without a template
   * @param variables of the template
   * @param locale null for the person's own, or English
   * @param urgent whether quiet hours do not matter
   * @param key the same key is sent once; null for no such promise
   */
  record Message(
      String channel,
      String to,
      @Nullable String template,
      @Nullable String subject,
      @Nullable String body,
      Map<String, JsonNode> variables,
      @Nullable String locale,
      boolean urgent,
      @Nullable String key) {}
}
