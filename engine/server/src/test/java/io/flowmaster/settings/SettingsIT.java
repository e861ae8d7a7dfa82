package io.flowmaster.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.PlatformTest;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

@PlatformTest
class SettingsIT {
  private final Api api;
  private final Environment environment;

  SettingsIT(Api api, Environment environment) {
    this.api = api;
    this.environment = environment;
  }

  @Test
  void anAdministratorReadsWhatThePlatformRunsWith() {
    JsonNode settings = api.admin().get("/settings").expect(200).json();
    assertThat(settings.at("/database/product").asText())
        .isEqualTo(
            environment.getRequiredProperty("spring.datasource.url").startsWith("jdbc:h2")
                ? "H2"
                : "PostgreSQL");
    assertThat(settings.at("/database/version").asText()).matches("\\d+\\.\\d+");
    assertThat(settings.at("/profiles/0").asText()).isEqualTo("demo");
    assertThat(setting(settings, "flowmaster.identity", "max-failures").at("/value").asText())
        .isEqualTo("5");
    assertThat(setting(settings, "flowmaster.processes", "max-model-size").at("/value").asText())
        .isEqualTo("5MB");
    assertThat(setting(settings, "spring", "servlet.multipart.max-file-size").at("/value").asText())
        .isEqualTo("10MB");
  }

  @Test
  void noSecretIsTold() {
    JsonNode settings = api.admin().get("/settings").expect(200).json();
    JsonNode secret = setting(settings, "flowmaster.identity", "key-encryption-secret");
    assertThat(secret.at("/secret").asBoolean()).isTrue();
    assertThat(settings.toString())
        .doesNotContain(environment.getRequiredProperty("spring.datasource.url"))
        .doesNotContain("client-secret")
        .doesNotContain("password");
  }

  @Test
  void nobodyElseReadsThem() {
    api.as("eve", Roles.EMPLOYEE, Roles.MANAGER, Roles.DEVELOPER, Roles.DESIGNER)
        .get("/settings")
        .expectProblem(403, "forbidden");
  }

  private static JsonNode setting(JsonNode settings, String prefix, String name) {
    return StreamSupport.stream(settings.at("/groups").spliterator(), false)
        .filter(group -> group.at("/prefix").asText().equals(prefix))
        .flatMap(group -> StreamSupport.stream(group.at("/settings").spliterator(), false))
        .filter(setting -> setting.at("/name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
