package io.flowmaster.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent. Either a template is named, or subject and body are given.
 *
 * @param to a user id of the tenant; for e-mail and text messages an address or number, too
 * @param topic null for {@code general}
 * @param locale null for the person's own, or English
 * @param task a task that must still be open, and be the person's if it is assigned, when it is
 *     sent; null for no condition
 * @param outcomes answers to the task for which the message gets links that act once
 * @param dedupKey the same key is sent once; null for no such promise
 * @param urgent whether quiet hours do not matter
 */
public record NotificationDraft(
    Channel channel,
    String to,
    @Nullable String topic,
    @Nullable String template,
    @Nullable String subject,
    @Nullable String body,
    Map<String, JsonNode> variables,
    @Nullable String locale,
    @Nullable String task,
    List<String> outcomes,
    @Nullable String dedupKey,
    boolean urgent) {}
