package io.flowmaster.mcp;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server elsewhere. Its secret is never told.
 *
 * @param id never changes
 * @param name one in the tenant; the names of its tools begin with it
 * @param title what a person reads
 * @param url its endpoint, for streamable HTTP
 * @param header the header that carries the secret
 * @param hasSecret whether there is a secret
 * @param allowed which of its tools are offered; others never are
 * @param roles who may use them
 * @param enabled whether its tools are offered
 * @param status how the last look at it ended
 * @param detail why it is down; null when it is not
 * @param offered what it said that it has
 * @param checkedAt when it was last asked; null when it never was
 * @param updatedAt when it was changed last
 * @param updatedBy who changed it last
 */
public record UpstreamServer(
    @Schema(example = "0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c8b") String id,
    @Schema(example = "sdx") String name,
    @Schema(example = "SDX") String title,
    @Schema(example = "https://sdx.example/mcp") String url,
    @Schema(example = "Authorization") String header,
    boolean hasSecret,
    List<AllowedTool> allowed,
    @Schema(example = "[\"agent\"]") Set<String> roles,
    boolean enabled,
    Status status,
    @Schema(example = "It does not answer.") @Nullable String detail,
    List<OfferedTool> offered,
    @Schema(example = "2026-12-01T08:00:00Z") @Nullable Instant checkedAt,
    @Schema(example = "2026-12-01T08:00:00Z") Instant updatedAt,
    @Schema(example = "ana") String updatedBy,
    @Schema(hidden = true) @JsonIgnore Revision revision) {
  public UpstreamServer {
    allowed = List.copyOf(allowed);
    roles = Set.copyOf(roles);
    offered = List.copyOf(offered);
  }

  /** How the last look at it ended. */
  @Schema(name = "UpstreamServerStatus")
  public enum Status {
    /** It was not asked yet. */
    UNKNOWN,
    UP,
    DOWN
  }

  /**
   * A tool that may be used.
   *
   * @param name as the server calls it
   * @param readOnly whether an administrator is sure that it changes nothing, so that it needs no
   *     approval; what the server says of itself does not count
   */
  @Schema(name = "AllowedUpstreamTool")
  public record AllowedTool(
      @Schema(description = "as the server calls it", example = "search") String name,
      @Schema(
              description =
                  "whether you are sure that it changes nothing, so that it needs no approval",
              example = "true")
          boolean readOnly) {}

  /**
   * A tool that the server has.
   *
   * @param name as the server calls it
   * @param tool its name here
   * @param title what a person reads
   * @param description what the server says that it does
   * @param inputSchema the JSON Schema of its arguments
   */
  @Schema(name = "OfferedUpstreamTool")
  public record OfferedTool(
      @Schema(example = "search") String name,
      @Schema(example = "sdx_search") String tool,
      @Schema(example = "Search") String title,
      @Schema(example = "Searches the catalogue") String description,
      @Schema(hidden = true) @JsonIgnore String inputSchema) {}
}
