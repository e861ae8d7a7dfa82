package io.flowmaster.notifications;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/**
 * A text with places for variables, in one or more languages, written in Mustache.
 *
 * @param name lower-case letters, digits, dots and hyphens
 * @param version counts up with every change; the former ones stay
 * @param html whether the bodies are HTML; what variables bring is escaped then
 * @param texts by language tag
 */
public record NotificationTemplate(
    @Schema(example = "order.late") String name,
    @Schema(example = "3") int version,
    boolean html,
    @Schema(
            example =
                "{\"en\": {\"subject\": \"{{order}} is late\", \"body\": \"Dear {{name}}, …\"}}")
        Map<String, Text> texts,
    Instant createdAt,
    UserId createdBy) {

  /**
   * In one language.
   *
   * @param subject what stands above it
   * @param body the text itself
   */
  @Schema(name = "NotificationText")
  public record Text(
      @Schema(example = "{{order}} is late") String subject,
      @Schema(example = "Dear {{name}}, …") String body) {}

  /** The version as an ETag. */
  @JsonIgnore
  @Schema(hidden = true)
  public Revision revision() {
    return new Revision(version);
  }
}
