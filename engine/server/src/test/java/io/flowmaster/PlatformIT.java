package io.flowmaster;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class PlatformIT {
  private final Api api;
  private final int port;

  PlatformIT(Api api, @LocalServerPort int port) {
    this.api = api;
    this.port = port;
  }

  @Test
  void thePlatformIsHealthyAndNeedsNoTokenToSaySo() {
    assertThat(api.anonymous().get("/actuator/health").expect(200).at("/status")).isEqualTo("UP");
  }

  @Test
  void aPathNeedsAToken() {
    api.anonymous().get("/audit").expectProblem(401, "unauthorized");
  }

  @Test
  void aRoleIsNeeded() {
    api.as("ana").get("/audit").expectProblem(403, "forbidden");
    api.admin().get("/audit").expect(200);
  }

  @Test
  void aForeignTenantIsRefused() {
    api.admin().with("X-Tenant-Id", "other").get("/audit").expectProblem(403, "tenant-not-allowed");
  }

  @Test
  void aPageHasBounds() {
    api.admin().get("/audit?limit=201").expectProblem(422, "invalid-limit");
    api.admin().get("/audit?cursor=nonsense").expectProblem(422, "invalid-cursor");
  }

  @Test
  void anUnknownPathIsNotFound() {
    assertThat(api.admin().get("/nothing-here").expectProblem(404, "not-found").at("/detail"))
        .isEqualTo("There is nothing at this address. What there is stands at /swagger-ui.");
    assertThat(
            api.admin().put("/audit", "{}").expectProblem(405, "method-not-allowed").at("/detail"))
        .isEqualTo("Method 'PUT' is not supported.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/tasks?q=%zz HTTP/1.1\r\nHost: localhost",
        "GET /api/v1/{x} HTTP/1.1\r\nHost: localhost",
        "GET /api/v1/tasks HTTP/1.1\r\nHost: a b",
        "GET /api/v1/tasks HTTP/1.1\r\nHost: localhost\r\nBad Header: x",
        "GET /api/v1/tasks HTTP/1.1\r\nHost: localhost\r\nContent-Length: many",
        "NONSENSE"
      })
  void whatTheServerItselfRefusesIsAProblemToo(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 4")
          .contains("Content-Type: application/problem+json")
          .contains("\"type\":\"urn:flowmaster:problem:")
          .doesNotContain("<html", "Tomcat");
    }
  }

  @Test
  void aMemberThatIsThereTwiceIsRefused() {
    api.admin()
        .put("/groups/" + Names.unique("group"), "{\"name\":\"Staff\",\"name\":\"Crew\"}")
        .expect(400);
  }

  @Test
  void aPathThatMeansAnotherOneIsRefused() {
    for (String path :
        List.of("/./audit", "//audit", "/x/../audit", "/./engine-rest/version", "/%2e/audit")) {
      api.admin().get(path).expectProblem(400, "malformed-path");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task?priority=abc",
        "task?dueBefore=yesterday",
        "task?processVariables=a",
        "task?unassigned=perhaps",
        "job?priorityHigherThanOrEquals=x",
        "process-instance?variables=a_zz_b",
        "history/process-instance?startedBefore=x",
        "history/task?taskPriority=1.5&sortBy=nothing"
      })
  void aRefusalOfTheEnginesRestNamesNoJavaTypes(String query) {
    assertThat(api.as("developer", Roles.DEVELOPER).get("/engine-rest/" + query).expect(400).text())
        .isNotBlank()
        .doesNotContain("java.", "org.camunda", "java type");
  }

  @Test
  void theEnginesRestDoesNotNameItsClasses() {
    Caller developer = api.as("developer", Roles.DEVELOPER);
    String unread =
        developer.post("/engine-rest/message", "{\"processVariables\":1}").expect(400).text();
    assertThat(unread).contains("/processVariables").doesNotContain("camunda", "java.");
    String unknown =
        developer
            .post("/engine-rest/message", Map.of("messageName", Names.unique("nobody")))
            .expect(400)
            .text();
    assertThat(unknown).contains("Cannot correlate").doesNotContain("org.camunda");
  }
}
