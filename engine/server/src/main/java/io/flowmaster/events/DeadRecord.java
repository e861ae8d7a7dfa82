package io.flowmaster.events;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/**
 * A record of a Kafka topic that nothing could be done with.
 *
 * @param id its stable id
 * @param topic where it was read
 * @param partition of the topic
 * @param offset in the partition
 * @param headers its headers as texts
 * @param value the beginning of its value as a text, at most 2000 characters
 * @param size of the whole value in bytes
 * @param reason what was the matter with the last attempt
 * @param attempts how often it was tried
 * @param arrivedAt when it was set aside
 * @param failedAt when it was tried for the last time
 */
public record DeadRecord(
    String id,
    @Schema(example = "orders") String topic,
    @Schema(example = "0") int partition,
    @Schema(example = "4711") long offset,
    @Schema(example = "{\"content-type\": \"application/json\"}") Map<String, String> headers,
    @Schema(example = "{\"id\": 7}") String value,
    @Schema(example = "9") int size,
    @Schema(example = "It is no CloudEvent.") String reason,
    @Schema(example = "1") int attempts,
    Instant arrivedAt,
    Instant failedAt) {

  public DeadRecord {
    headers = Map.copyOf(headers);
  }
}
