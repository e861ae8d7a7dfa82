package io.flowmaster.gateway;

import io.flowmaster.registry.LifeStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Where the gateway leads.
 *
 * @param path what it is asked for, with what follows it
 * @param service what answers
 * @param kind whether the platform itself answers or a registered service
 * @param status whether somebody answers
 * @param targets where registered services answer; empty for the platform
 */
public record GatewayRoute(
    @Schema(example = "/services/credit-scores") String path,
    @Schema(example = "credit-scores") String service,
    Kind kind,
    LifeStatus status,
    @Schema(example = "[\"https://scores.example.com\"]") List<String> targets) {

  /** Who answers. */
  public enum Kind {
    PLATFORM,
    REGISTERED
  }

  public GatewayRoute {
    targets = List.copyOf(targets);
  }
}
