package io.flowmaster.mcp.internal;

import io.flowmaster.mcp.McpAddress;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** From the issuer's address, which is the one that browsers and clients reach. */
@Component
class ConfiguredAddress implements McpAddress {
  private final McpProperties properties;
  private final String issuer;

  ConfiguredAddress(McpProperties properties, Environment environment) {
    this.properties = properties;
    this.issuer =
        environment
            .getProperty("flowmaster.identity.issuer", "http://localhost:9000")
            .replaceAll("/+$", "");
  }

  @Override
  public String resource() {
    return properties.resource() == null ? issuer + PATH : properties.resource();
  }

  @Override
  public String authorizationServer() {
    return issuer;
  }

  /** Where the resource's path is appended (RFC 9728, section 3.1). */
  @Override
  public String metadata() {
    URI resource = URI.create(resource());
    return resource.getScheme()
        + "://"
        + resource.getRawAuthority()
        + "/.well-known/oauth-protected-resource"
        + PATH;
  }
}
