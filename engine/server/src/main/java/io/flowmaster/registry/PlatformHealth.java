package io.flowmaster.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is up.
 *
 * @param status {@code DOWN} when anything listed is down
 * @param at when it was looked at
 * @param platform the platform's own services
 * @param nodes the platform's nodes that gave a sign of life within a day
 * @param services the registered services of this tenant, at most 200
 */
public record PlatformHealth(
    LifeStatus status,
    Instant at,
    List<PlatformService> platform,
    List<Node> nodes,
    List<ServiceInstance> services) {

  /**
   * One of the platform's services.
   *
   * @param name what it is
   * @param port its canonical port: where the separate service that it replaces answered
   * @param paths where it answers now
   * @param role which role of a node serves it
   * @param status whether a node with that role lives
   * @param since since when the oldest of these nodes has been up; null when none is
   * @param version of the oldest of these nodes; null when none is or says it
   */
  public record PlatformService(
      @Schema(example = "Human Tasks") String name,
      @Schema(example = "9006") int port,
      @Schema(example = "[\"/tasks\"]") List<String> paths,
      @Schema(example = "engine") String role,
      LifeStatus status,
      @Nullable Instant since,
      @Schema(example = "0.1.0") @Nullable String version) {}

  /**
   * A node of the platform.
   *
   * @param id made anew at each start
   * @param roles what it does
   * @param version what it runs; null when it is not known
   * @param status whether it gave a sign of life lately
   * @param startedAt since when it runs
   * @param lastSeenAt when it gave a sign of life for the last time
   */
  public record Node(
      @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String id,
      @Schema(example = "[\"engine\", \"web\"]") List<String> roles,
      @Schema(example = "0.1.0") @Nullable String version,
      LifeStatus status,
      Instant startedAt,
      Instant lastSeenAt) {}
}
