package io.flowmaster.mcp.web;

import io.flowmaster.mcp.UpstreamServer;
import io.flowmaster.mcp.UpstreamServer.AllowedTool;
import io.flowmaster.mcp.UpstreamServerDraft;
import io.flowmaster.mcp.UpstreamServers;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/mcp/servers")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "MCP")
class UpstreamServersController {
  private static final String SERVER = "the server's id";
  private final UpstreamServers servers;

  UpstreamServersController(UpstreamServers servers) {
    this.servers = servers;
  }

  @GetMapping
  @Operation(summary = "List the servers elsewhere whose tools are offered here")
  Page<UpstreamServer> upstreamServers(PageQuery page) {
    return servers.search(page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read a server elsewhere, with the tools that it has")
  ResponseEntity<UpstreamServer> upstreamServer(
      @Parameter(description = SERVER) @PathVariable String id) {
    return tagged(servers.get(id));
  }

  @PostMapping
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Add a server elsewhere",
      description = "Ask it for its tools with check; only those that are allowed are offered.")
  ResponseEntity<UpstreamServer> addUpstreamServer(@Valid @RequestBody UpstreamServerRequest body) {
    UpstreamServer made = servers.add(body.draft());
    return ResponseEntity.created(URI.create("/mcp/servers/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Change a server elsewhere",
      description =
          "Without a secret it keeps the one it has, unless its address is another one then.")
  ResponseEntity<UpstreamServer> changeUpstreamServer(
      @Parameter(description = SERVER) @PathVariable String id,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody UpstreamServerRequest body) {
    return tagged(servers.change(id, body.draft(), ifMatch));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Remove a server elsewhere, with its tools here")
  void removeUpstreamServer(
      @Parameter(description = SERVER) @PathVariable String id,
      @Parameter(description = "the ETag of the read, when it matters", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    servers.remove(id, ifMatch);
  }

  @PostMapping("/{id}/check")
  @Operation(
      summary = "Ask a server for its tools now",
      description = "A server that cannot be reached is DOWN, with the reason.")
  UpstreamServer checkUpstreamServer(@Parameter(description = SERVER) @PathVariable String id) {
    return servers.check(id);
  }

  private static ResponseEntity<UpstreamServer> tagged(UpstreamServer server) {
    return ResponseEntity.ok().eTag(server.revision().etag()).body(server);
  }

  record UpstreamServerRequest(
      @Schema(
              description = "one in the tenant; the names of its tools begin with it",
              example = "sdx")
          @NotNull
          @Pattern(
              regexp = "[a-z][a-z0-9]{0,19}",
              message = "must have lower-case letters and digits, at most 20")
          String name,
      @Schema(description = "what a person reads", example = "SDX")
          @NotBlank
          @Size(max = 200)
          @Pattern(regexp = "\\P{Cntrl}*", message = "must have no control characters")
          String title,
      @Schema(
              description = "its endpoint, for streamable HTTP",
              example = "https://sdx.example/mcp")
          @NotBlank
          @Size(max = 1000)
          String url,
      @Schema(
              description = "the header that carries the secret; Authorization when absent",
              example = "X-Api-Key")
          @Pattern(
              regexp = "[A-Za-z0-9-]{1,100}",
              message = "must have letters, digits and hyphens")
          @Nullable String header,
      @Schema(
              description =
                  "what is shown to it, a bearer token where the header is Authorization; the"
                      + " present one stays when absent, empty for none",
              accessMode = Schema.AccessMode.WRITE_ONLY)
          @Size(max = 4000)
          @Pattern(regexp = "[\\x20-\\x7E]*", message = "must have printable characters")
          @Nullable String secret,
      @Schema(description = "which of its tools are offered; none when absent")
          @Size(max = 200)
          @Valid
          @Nullable List<@NotNull AllowedToolRequest> allowed,
      @Schema(description = "who may use them; administrators when absent", example = "[\"agent\"]")
          @Size(max = 10)
          @Nullable Set<@NotNull String> roles,
      @Schema(description = "whether its tools are offered; they are when absent")
          @Nullable Boolean enabled) {

    UpstreamServerDraft draft() {
      return new UpstreamServerDraft(
          name,
          title,
          url,
          header == null ? HttpHeaders.AUTHORIZATION : header,
          secret,
          allowed == null
              ? List.of()
              : allowed.stream()
                  .map(tool -> new AllowedTool(tool.name(), Boolean.TRUE.equals(tool.readOnly())))
                  .toList(),
          roles == null ? Set.of(Roles.ADMIN) : roles,
          !Boolean.FALSE.equals(enabled));
    }

    @Override
    public String toString() {
      return "UpstreamServerRequest[" + name + "]";
    }
  }

  record AllowedToolRequest(
      @Schema(description = "as the server calls it", example = "search") @NotBlank @Size(max = 200)
          String name,
      @Schema(
              description =
                  "whether you are sure that it changes nothing, so that it needs no approval",
              example = "true")
          @Nullable Boolean readOnly) {}
}
