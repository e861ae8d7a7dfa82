package io.flowmaster.mcp.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flowmaster.mcp.McpAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PermitAll
@Tag(
    name = "MCP",
    description = "The Model Context Protocol: tools for agents, and servers that bring more")
class ResourceMetadataController {
  private final McpAddress address;

  ResourceMetadataController(McpAddress address) {
    this.address = address;
  }

  @GetMapping({
    "/.well-known/oauth-protected-resource",
    "/.well-known/oauth-protected-resource/mcp"
  })
  @Operation(
      summary = "Tell where tokens for /mcp come from",
      description = "OAuth 2.0 Protected Resource Metadata (RFC 9728); needs no token.")
  ProtectedResourceMetadata resourceMetadata() {
    return new ProtectedResourceMetadata(
        address.resource(),
        List.of(address.authorizationServer()),
        List.of("header"),
        List.of("openid", "profile", "email"),
        "FlowMaster");
  }

  record ProtectedResourceMetadata(
      @Schema(description = "what a token is for", example = "http://localhost:9000/mcp")
          String resource,
      @JsonProperty("authorization_servers")
          @Schema(description = "who hands out tokens", example = "[\"http://localhost:9000\"]")
          List<String> authorizationServers,
      @JsonProperty("bearer_methods_supported")
          @Schema(description = "how a token is sent", example = "[\"header\"]")
          List<String> bearerMethodsSupported,
      @JsonProperty("scopes_supported")
          @Schema(description = "what a client may ask for", example = "[\"openid\"]")
          List<String> scopesSupported,
      @JsonProperty("resource_name")
          @Schema(description = "what a person reads", example = "FlowMaster")
          String resourceName) {}
}
