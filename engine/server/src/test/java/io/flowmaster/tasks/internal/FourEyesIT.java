package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

/** Two tasks that no one person may do both, whichever door they are worked on by. */
@PlatformTest
class FourEyesIT {
  private final DeclaredProcesses processes;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final Caller admin;
  private final Caller ana;
  private final Caller ben;
  private final Caller manager;

  FourEyesIT(Api api, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
    this.processes = new DeclaredProcesses(repository, runtime, tasks);
    this.repository = repository;
    this.runtime = runtime;
    admin = api.admin();
    ana = api.in("demo", "employee", List.of("staff"), "employee");
    ben = api.in("demo", "employee2", List.of("staff"), "employee");
    manager = api.in("demo", "manager", List.of("managers"), "manager");
  }

  @Test
  void whoDidTheOneTaskCannotDoTheOther() {
    String execution = processes.start(fourEyes(""), Map.of());
    String first = processes.task(execution, "first");
    ana.put("/tasks/" + first + "/respond").expect(200);
    String second = processes.task(execution, "second");

    JsonNode shown = ana.get("/tasks/" + second).expect(200).json();
    assertThat(shown.at("/excludedUsers/0").asText()).isEqualTo("employee");
    assertThat(shown.at("/allowedActions").toString()).doesNotContain("CLAIM", "RESPOND");
    JsonNode listed = ben.get("/tasks?view=group&executionId=" + execution).expect(200).json();
    assertThat(listed.at("/items/0/excludedUsers/0").asText()).isEqualTo("employee");

    Answer refused =
        ana.put("/tasks/" + second + "/assign", Map.of("assignee", "employee"))
            .expectProblem(409, "four-eyes");
    assertThat(refused.at("/detail")).contains("employee has done \"First\"");
    assertThat(refused.at("/activityId")).isEqualTo("first");
    ana.put("/tasks/" + second + "/respond").expectProblem(409, "four-eyes");
    manager
        .put("/tasks/" + second + "/assign", Map.of("assignee", "employee"))
        .expectProblem(409, "four-eyes");
    ben.put("/tasks/" + second + "/assign", Map.of("assignee", "employee2")).expect(200);
    ben.put("/tasks/" + second + "/delegate", Map.of("to", "employee"))
        .expectProblem(409, "four-eyes");
    assertThat(ben.put("/tasks/" + second + "/respond").expect(200).at("/status"))
        .isEqualTo("COMPLETED");
  }

  @Test
  void theEnginesOwnRestIsNoWayAround() {
    String execution = processes.start(fourEyes(""), Map.of());
    Caller camunda = admin;
    camunda
        .post("/engine-rest/task/" + processes.task(execution, "first") + "/complete", Map.of())
        .expect(204);
    String second = processes.task(execution, "second");
    for (String door : List.of("claim", "assignee")) {
      camunda
          .post("/engine-rest/task/" + second + "/" + door, Map.of("userId", "admin"))
          .expectProblem(409, "four-eyes");
    }
    camunda
        .post("/engine-rest/task/" + second + "/complete", Map.of())
        .expectProblem(409, "four-eyes");
    camunda
        .post("/engine-rest/task/" + second + "/submit-form", Map.of())
        .expectProblem(409, "four-eyes");
    assertThat(processes.task(execution, "second")).isEqualTo(second);
    ben.put("/tasks/" + second + "/respond").expect(200);
  }

  @Test
  void aModelThatAssignsTheSamePersonLeavesTheTaskToItsCandidates() {
    String execution =
        processes.start(fourEyes("camunda:assignee=\"${who}\""), Map.of("who", "employee"));
    ana.put("/tasks/" + processes.task(execution, "first") + "/respond").expect(200);
    String second = processes.task(execution, "second");
    assertThat(ben.get("/tasks/" + second).expect(200).json().at("/assignee").isNull()).isTrue();
    ben.put("/tasks/" + second + "/respond").expect(200);
  }

  @Test
  void theSampleIsApprovedByTwoDifferentPeople() {
    await().until(() -> published("merchant-onboarding"));
    String execution =
        runtime
            .createProcessInstanceByKey("merchant-onboarding")
            .processDefinitionTenantId("demo")
            .setVariable("riskLevel", "high")
            .startBeforeActivity("firstApproval")
            .execute()
            .getId();
    Map<String, Object> first = Map.of("firstDecision", "approve", "firstComment", "Known to us");
    Map<String, Object> second = Map.of("secondDecision", "approve", "secondComment", "To me too");
    manager
        .put(
            "/tasks/" + processes.task(execution, "firstApproval") + "/respond",
            Map.of("variables", first))
        .expect(200);
    String approval = processes.task(execution, "secondApproval");
    manager
        .put("/tasks/" + approval + "/respond", Map.of("variables", second))
        .expectProblem(409, "four-eyes");
    admin.put("/tasks/" + approval + "/respond", Map.of("variables", second)).expect(200);
  }

  private boolean published(String key) {
    return repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(key)
            .tenantIdIn("demo")
            .count()
        > 0;
  }

  /** Both are open, and nobody has done anything yet: only the database can tell. */
  @Test
  void ofTwoTasksAtTheSameTimeOnePersonDoesOne() throws Exception {
    String key = Names.unique("parallel");
    processes.deploy(
        key,
        """
        <startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="fork"/>
        <parallelGateway id="fork"/>
        <sequenceFlow id="f1" sourceRef="fork" targetRef="left"/><sequenceFlow id="f2" sourceRef="fork" targetRef="right"/>
        <userTask id="left" name="Left" camunda:candidateGroups="staff"/>
        <userTask id="right" name="Right" camunda:candidateGroups="staff">%s</userTask>
        <sequenceFlow id="f3" sourceRef="left" targetRef="e1"/><sequenceFlow id="f4" sourceRef="right" targetRef="e2"/>
        <endEvent id="e1"/><endEvent id="e2"/>
        """
            .formatted(DeclaredProcesses.properties("fourEyes", "left")));
    for (int round = 0; round < 5; round++) {
      String execution = processes.start(key, Map.of());
      List<Callable<Answer>> both = new ArrayList<>();
      for (String activity : List.of("left", "right")) {
        String task = processes.task(execution, activity);
        ana.put("/tasks/" + task + "/assign", Map.of("assignee", "employee")).expect(200);
        both.add(() -> ana.put("/tasks/" + task + "/respond"));
      }
      ExecutorService pool = Executors.newFixedThreadPool(2);
      List<Integer> statuses = new ArrayList<>();
      try {
        for (var answer : pool.invokeAll(both)) {
          statuses.add(answer.get().status());
        }
      } finally {
        pool.shutdown();
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }
  }

  private String fourEyes(String second) {
    String key = Names.unique("four-eyes");
    processes.deploy(
        key,
        """
        <startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="first"/>
        <userTask id="first" name="First" camunda:candidateGroups="staff"/><sequenceFlow id="f1" sourceRef="first" targetRef="second"/>
        <userTask id="second" name="Second" camunda:candidateGroups="staff" %s>%s</userTask>
        <sequenceFlow id="f2" sourceRef="second" targetRef="e"/><endEvent id="e"/>
        """
            .formatted(second, DeclaredProcesses.properties("fourEyes", "first")));
    return key;
  }
}
