package io.flowmaster.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registered instance of a service.
 *
 * @param id names the instance
 * @param name names the service, which may have several instances
 * @param url where it answers
 * @param healthPath what is asked for its health; null when it sends heartbeats instead
 * @param version what it says of itself, null when it says nothing
 * @param metadata what else it says of itself
 * @param status whether it lives
 * @param cause why it is not up; null when it is
 * @param since since when the status holds
 * @param registeredBy who registered it
 * @param registeredAt when
 * @param lastSeenAt when it gave a sign of life for the last time
 */
public record ServiceInstance(
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") ServiceId id,
    @Schema(example = "credit-scores") String name,
    @Schema(example = "https://scores.example.com") URI url,
    @Schema(example = "/health") @Nullable String healthPath,
    @Schema(example = "2.4.1") @Nullable String version,
    @Schema(example = "{\"team\": \"risk\"}") Map<String, String> metadata,
    LifeStatus status,
    @Schema(example = "no sign of life since 2026-12-01T09:30:00Z") @Nullable String cause,
    Instant since,
    @Schema(example = "developer") String registeredBy,
    Instant registeredAt,
    Instant lastSeenAt) {
  public ServiceInstance {
    metadata = Map.copyOf(metadata);
  }
}
