package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.mcp.McpAddress;
import io.flowmaster.platform.ProtectedResource;
import io.flowmaster.platform.PublicPaths;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import java.util.List;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A servlet of its own, for what it answers is no REST; the security chain stands before it. */
@Configuration(proxyBeanMethods = false)
class McpConfiguration {

  @Bean
  ServletRegistrationBean<McpServlet> mcpEndpoint(McpServlet servlet) {
    ServletRegistrationBean<McpServlet> registration =
        new ServletRegistrationBean<>(servlet, McpAddress.PATH);
    registration.setName("mcp");
    registration.setAsyncSupported(true);
    return registration;
  }

  @Bean
  McpJsonMapper mcpJson(ObjectMapper json) {
    return new JacksonMcpJsonMapper(json);
  }

  @Bean
  PublicPaths mcpMetadataPaths() {
    return new PublicPaths(
        List.of(
            "/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp"));
  }

  @Bean
  ProtectedResource mcpResource(McpAddress address) {
    return new ProtectedResource(McpAddress.PATH, address.metadata());
  }
}
