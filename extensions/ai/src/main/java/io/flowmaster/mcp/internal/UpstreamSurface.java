package io.flowmaster.mcp.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import io.flowmaster.platform.SecretColumn;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the platform has to know of servers elsewhere. */
@Configuration(proxyBeanMethods = false)
class UpstreamSurface {
  @Bean
  SecretColumn mcpServerSecrets() {
    return new SecretColumn("mcp_server", "secret");
  }

  @Bean
  PersonalData mcpPersonalData(JdbcClient jdbc) {
    return new PersonColumns(
        jdbc, "mcp", List.of("mcp_server.created_by", "mcp_server.updated_by"));
  }
}
