package io.flowmaster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

/** What a caller makes through the engine's REST is of the caller's tenant. */
@PlatformTest
class EngineRestOwnThingsIT {
  private static final String REST = "/engine-rest/";
  private final ManagementService management;
  private final TaskService tasks;
  private final Caller demo;
  private final Caller other;

  EngineRestOwnThingsIT(Api api, ManagementService management, TaskService tasks) {
    this.management = management;
    this.tasks = tasks;
    demo = api.admin();
    other = api.otherAdmin();
  }

  @Test
  void aDeploymentIsTheCallersTenants() {
    String own = Names.unique("own");
    String deployment = EngineRestProcesses.deploy(other, own, "<startEvent id=\"s\"/>");
    assertThat(other.get(REST + "deployment/" + deployment).expect(200).at("/tenantId"))
        .isEqualTo("other");
    assertThat(deploymentFor("other").expect(200).at("/tenantId")).isEqualTo("other");
    deploymentFor("demo").expectProblem(403, "tenant-not-allowed");
  }

  @Test
  void aTaskIsTheCallersTenants() {
    String id = Names.unique("task");
    other.post(REST + "task/create", Map.of("id", id, "name", "mine")).expect(204);
    assertThat(tasks.createTaskQuery().taskId(id).singleResult().getTenantId()).isEqualTo("other");
    other.put(REST + "task/" + id, Map.of("name", "renamed")).expect(204);
    assertThat(tasks.createTaskQuery().taskId(id).singleResult().getTenantId()).isEqualTo("other");
    other.delete(REST + "task/" + id).expect(204);
  }

  @Test
  void workOfNoTenantIsNobodys() {
    management.createJobQuery().withRetriesLeft().list().stream()
        .filter(job -> job.getTenantId() == null)
        .findFirst()
        .ifPresent(
            job ->
                demo.put(REST + "job/" + job.getId() + "/retries", Map.of("retries", 0))
                    .expect(404));
  }

  private Answer deploymentFor(String tenant) {
    String model =
        new String(
            EngineRestProcesses.bpmn(Names.unique("named"), "<startEvent id=\"s\"/>"),
            StandardCharsets.UTF_8);
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"tenant-id\"\r\n\r\n"
            + tenant
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"m\"; filename=\"m.bpmn\"\r\n\r\n"
            + model
            + "\r\n--b--\r\n";
    return other
        .with("Content-Type", "multipart/form-data; boundary=b")
        .post(REST + "deployment/create", body);
  }
}
