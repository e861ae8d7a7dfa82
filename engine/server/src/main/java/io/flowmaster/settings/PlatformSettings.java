package io.flowmaster.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node of the platform runs with.
 *
 * @param version of the platform; null when it was not built as a release
 * @param builtAt when it was built
 * @param java the version of the Java runtime
 * @param database what the data is kept in
 * @param startedAt when the node started
 * @param now the node's clock
 * @param timeZone of the node, in which the engine's clean-up window counts
 * @param profiles the active profiles
 * @param groups the settings by area
 */
public record PlatformSettings(
    @Schema(example = "1.0.0") @Nullable String version,
    @Nullable Instant builtAt,
    @Schema(example = "17.0.15") String java,
    Database database,
    Instant startedAt,
    Instant now,
    @Schema(example = "UTC") String timeZone,
    @Schema(example = "[\"demo\"]") List<String> profiles,
    List<Group> groups) {

  public PlatformSettings {
    profiles = List.copyOf(profiles);
    groups = List.copyOf(groups);
  }

  /**
   * The kind of database; its address is nobody's business.
   *
   * @param product its maker's name for it
   * @param version its major and minor version
   */
  public record Database(
      @Schema(example = "PostgreSQL") String product, @Schema(example = "16.4") String version) {}

  /**
   * Settings of one area.
   *
   * @param prefix the beginning of their names
   * @param settings each of them
   */
  public record Group(
      @Schema(example = "flowmaster.identity") String prefix, List<Setting> settings) {
    public Group {
      settings = List.copyOf(settings);
    }
  }

  /**
   * One setting.
   *
   * @param name without the prefix
   * @param value as it is written in a configuration file; null when it is not set
   * @param secret whether only that it is set is told, as {@code ***}
   */
  public record Setting(
      @Schema(example = "access-token-ttl") String name,
      @Schema(example = "PT10M") @Nullable String value,
      boolean secret) {}
}
