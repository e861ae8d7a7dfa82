package io.flowmaster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The manager is away, and employee2 stands in. */
@PlatformTest
class SubstitutesIT {
  private final Desk desk;
  private final Caller admin;
  private final SettableClock clock;
  private final List<String> made = new ArrayList<>();

  SubstitutesIT(
      Api api,
      RepositoryService repository,
      RuntimeService runtime,
      TaskService tasks,
      SettableClock clock) {
    desk = new Desk(api, repository, runtime, tasks);
    admin = api.admin();
    this.clock = clock;
  }

  @AfterEach
  void nobodyStandsIn() {
    clock.reset();
    made.forEach(id -> admin.delete("/tasks/substitutes/" + id));
  }

  @Test
  void aSubstituteFindsThePersonsTasksAndAnswersThemForThePerson() {
    String execution = managersTask();
    String task = desk.taskOf(execution);
    String own = "/tasks/" + task;
    desk.manager.put(own + "/assign", Map.of("assignee", "manager")).expect(200);
    desk.employee2.get(own).expect(404);
    assertThat(inbox("mine", execution)).isEmpty();

    away(Map.of());
    JsonNode found = desk.employee2.get("/tasks?view=mine&executionId=" + execution).json();
    assertThat(found.at("/items/0/id").asText()).isEqualTo(task);
    assertThat(found.at("/items/0/onBehalfOf").asText()).isEqualTo("manager");
    assertThat(found.at("/items/0/assignee").asText()).isEqualTo("manager");
    assertThat(inbox(null, execution)).containsExactly(task);
    assertThat(desk.employee2.get(own).expect(200).json().at("/allowedActions").toString())
        .contains("RESPOND", "DRAFT", "RELEASE")
        .doesNotContain("ASSIGN\"", "CHANGE");

    desk.employee2.put(own + "/draft", Map.of("variables", Map.of("note", "half"))).expect(200);
    assertThat(
            desk.employee2
                .post(own + "/comments", Map.of("message", "Seen"))
                .expect(201)
                .json()
                .at("/onBehalfOf")
                .asText())
        .isEqualTo("manager");
    Answer done =
        desk.employee2
            .put(own + "/respond", Map.of("variables", Map.of("note", "fine")))
            .expect(200);
    assertThat(done.at("/status")).isEqualTo("COMPLETED");
    assertThat(done.at("/assignee")).isEqualTo("manager");
    assertThat(done.at("/completedBy")).isEqualTo("employee2");
    assertThat(done.at("/completedFor")).isEqualTo("manager");

    JsonNode trail = desk.manager.get(own + "/audit?limit=200").expect(200).json().at("/items");
    assertThat(trail)
        .filteredOn(line -> line.at("/field").asText().equals("status"))
        .last()
        .satisfies(
            line -> {
              assertThat(line.at("/actor").asText()).isEqualTo("employee2");
              assertThat(line.at("/onBehalfOf").asText()).isEqualTo("manager");
            });
    assertThat(trail)
        .filteredOn(line -> line.at("/field").asText().equals("variables/note"))
        .allSatisfy(line -> assertThat(line.at("/onBehalfOf").asText()).isEqualTo("manager"));
    JsonNode log = admin.get("/audit?limit=200&subject=task/" + task).expect(200).json();
    for (String action : List.of("TaskDraftSaved", "CommentAdded", "TaskCompleted")) {
      assertThat(log.at("/items"))
          .filteredOn(line -> line.at("/action").asText().equals(action))
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.at("/actor").asText()).isEqualTo("employee2");
                assertThat(line.at("/onBehalfOf").asText()).isEqualTo("manager");
              });
    }
  }

  @Test
  void whatIsOfferedToThePersonsGroupIsClaimedForOneselfOrForThePerson() {
    String first = managersTask();
    String second = managersTask();
    assertThat(inbox("group", first)).isEmpty();
    away(Map.of());
    assertThat(inbox("group", first)).containsExactly(desk.taskOf(first));

    String mine = "/tasks/" + desk.taskOf(first);
    desk.employee2.put(mine + "/assign", Map.of("assignee", "employee2")).expect(200);
    assertThat(desk.employee2.get(mine).json().at("/onBehalfOf").isNull()).isTrue();
    JsonNode log =
        admin.get("/audit?limit=200&subject=task/" + desk.taskOf(first)).expect(200).json();
    assertThat(log.at("/items"))
        .filteredOn(line -> line.at("/action").asText().equals("TaskAssigned"))
        .singleElement()
        .satisfies(line -> assertThat(line.at("/onBehalfOf").asText()).isEqualTo("manager"));

    String theirs = "/tasks/" + desk.taskOf(second);
    desk.employee2.put(theirs + "/assign", Map.of("assignee", "employee")).expect(403);
    assertThat(
            desk.employee2
                .put(theirs + "/assign", Map.of("assignee", "manager"))
                .expect(200)
                .at("/onBehalfOf"))
        .isEqualTo("manager");
    assertThat(
            desk.employee2
                .put(theirs + "/assign", "{\"assignee\":null}")
                .expect(200)
                .json()
                .at("/assignee")
                .isNull())
        .isTrue();
    desk.employee2.put(theirs + "/respond").expect(200);
  }

  @Test
  void aSubstituteHasNoneOfThePersonsRolesAndIsNoLinkOfAChain() {
    String staff = desk.task(Map.of("name", "Not offered", "assignee", "employee"));
    String offered = managersTask();
    away(Map.of());
    desk.employee2.get("/tasks/" + staff).expect(404);
    desk.employee2.get("/tasks?view=all").expectProblem(403, "task-not-yours");
    desk.employee2
        .put("/tasks/" + desk.taskOf(offered) + "/priority", Map.of("priority", 90))
        .expectProblem(403, "task-not-yours");
    name(desk.employee2, Map.of("substitute", "employee"));
    desk.employee.get("/tasks/" + desk.taskOf(offered)).expect(404);
  }

  @Test
  void itHoldsInItsPeriodAndForItsProcessesOnly() {
    String there = managersTask();
    String elsewhere = managersTask();
    String key = desk.manager.get("/tasks/" + desk.taskOf(there)).at("/processKey");
    String id =
        away(
            Map.of(
                "from",
                clock.instant().plus(Duration.ofHours(1)).toString(),
                "processKeys",
                List.of(key)));
    assertThat(inbox("group", there)).isEmpty();
    desk.employee2.get("/tasks/" + desk.taskOf(there)).expect(404);

    clock.forward(Duration.ofHours(2));
    assertThat(desk.manager.get("/tasks/substitutes/" + id).json().at("/active").asBoolean())
        .isTrue();
    for (String view : List.of("view=group&", "", "sort=name&", "q=managers&")) {
      assertThat(items(desk.employee2.get("/tasks?" + view + "executionId=" + there)))
          .as(view)
          .containsExactly(desk.taskOf(there));
      assertThat(items(desk.employee2.get("/tasks?" + view + "executionId=" + elsewhere)))
          .as(view)
          .isEmpty();
    }
    assertThat(items(desk.employee2.get("/tasks?view=group&count=true&limit=200")))
        .contains(desk.taskOf(there))
        .doesNotContain(desk.taskOf(elsewhere));
    desk.employee2.get("/tasks/" + desk.taskOf(elsewhere)).expect(404);

    clock.forward(Duration.ofDays(3));
    assertThat(inbox("group", there)).isEmpty();
    desk.employee2.put("/tasks/" + desk.taskOf(there) + "/respond").expect(404);
  }

  @Test
  void endingItTakesTheRightsAtOnce() {
    String task = desk.taskOf(managersTask());
    String id = away(Map.of());
    desk.employee2.get("/tasks/" + task).expect(200);
    desk.manager.delete("/tasks/substitutes/" + id).expect(204);
    desk.employee2.get("/tasks/" + task).expect(404);
    desk.employee2.put("/tasks/" + task + "/respond").expect(404);
  }

  @Test
  void neitherThePersonNorTheSubstituteDoesTheOtherOfFourEyes() {
    String key = Names.unique("four-eyes");
    BpmnModelInstance model =
        Bpmn.createExecutableProcess(key)
            .startEvent()
            .userTask("first")
            .name("First")
            .camundaCandidateGroups("managers")
            .userTask("second")
            .name("Second")
            .camundaCandidateGroups("staff,managers")
            .endEvent()
            .done();
    CamundaProperties declared = model.newInstance(CamundaProperties.class);
    CamundaProperty fourEyes = model.newInstance(CamundaProperty.class);
    fourEyes.setCamundaName("flowmaster:fourEyes");
    fourEyes.setCamundaValue("first");
    declared.addChildElement(fourEyes);
    UserTask second = model.getModelElementById("second");
    second.builder().addExtensionElement(declared).done();
    desk.deploy(model);
    String execution = desk.start(key, Map.of());
    away(Map.of());
    desk.employee2.put("/tasks/" + desk.taskOf(execution) + "/respond").expect(200);
    String other = "/tasks/" + desk.taskOf(execution);
    assertThat(desk.employee.get(other).json().at("/excludedUsers").toString())
        .isEqualTo("[\"employee2\",\"manager\"]");
    desk.employee2.put(other + "/respond").expectProblem(409, "four-eyes");
    desk.manager.put(other + "/respond").expectProblem(409, "four-eyes");
    desk.employee.put(other + "/respond").expect(200);
  }

  @Test
  void peopleNameTheirOwnSubstitutesAndManagersThoseOfOthers() {
    Map<String, Object> others = period(Map.of("person", "manager", "substitute", "employee2"));
    desk.employee.post("/tasks/substitutes", others).expectProblem(403, "task-not-yours");
    String id = name(desk.employee, Map.of("substitute", "employee2"));
    Answer read = desk.employee2.get("/tasks/substitutes/" + id).expect(200);
    assertThat(read.at("/person")).isEqualTo("employee");
    desk.otherAdmin.get("/tasks/substitutes/" + id).expectProblem(404, "substitute-not-found");
    assertThat(items(desk.employee.get("/tasks/substitutes?active=true&limit=200"))).contains(id);
    assertThat(items(desk.employee.get("/tasks/substitutes?person=manager"))).isEmpty();

    Map<String, Object> changed = period(Map.of("substitute", "manager"));
    desk.employee2
        .with("If-Match", read.header("ETag"))
        .put("/tasks/substitutes/" + id, changed)
        .expectProblem(403, "task-not-yours");
    desk.employee.put("/tasks/substitutes/" + id, changed).expectProblem(428, "if-match-required");
    desk.employee
        .with("If-Match", read.header("ETag"))
        .put("/tasks/substitutes/" + id, changed)
        .expect(200);
    desk.employee2.get("/tasks/substitutes/" + id).expect(404);

    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("substitute", "employee"),
            Map.of("substitute", "employee2", "until", "2001-01-01T00:00:00Z"),
            Map.of(
                "substitute",
                "employee2",
                "from",
                "2001-01-01T00:00:00Z",
                "until",
                "2002-01-01T00:00:00Z"))) {
      desk.employee
          .post("/tasks/substitutes", period(wrong))
          .expectProblem(422, "invalid-substitute");
    }
    desk.employee
        .post("/tasks/substitutes", period(Map.of("substitute", "nobody-knows")))
        .expectProblem(422, "unknown-assignee");
  }

  private String away(Map<String, Object> members) {
    Map<String, Object> all = new HashMap<>(Map.of("substitute", "employee2"));
    all.putAll(members);
    return name(desk.manager, all);
  }

  private String name(Caller who, Map<String, Object> members) {
    String id = who.post("/tasks/substitutes", period(members)).expect(201).at("/id");
    made.add(id);
    return id;
  }

  /** From an hour ago to a day ahead, unless the members say otherwise. */
  private Map<String, Object> period(Map<String, Object> members) {
    Instant now = clock.instant();
    Map<String, Object> all = new HashMap<>();
    all.put("from", now.minus(Duration.ofHours(1)).toString());
    all.put("until", now.plus(Duration.ofDays(1)).toString());
    all.putAll(members);
    return all;
  }

  private String managersTask() {
    String key = Names.unique("managers-process");
    desk.deploy(
        Bpmn.createExecutableProcess(key)
            .name("Managers process")
            .startEvent()
            .userTask("work")
            .name("Managers work")
            .camundaCandidateGroups("managers")
            .endEvent()
            .done());
    return desk.start(key, Map.of());
  }

  private List<String> inbox(String view, String execution) {
    return items(
        desk.employee2.get(
            "/tasks?" + (view == null ? "" : "view=" + view + "&") + "executionId=" + execution));
  }

  private static List<String> items(Answer answer) {
    return answer.expect(200).json().at("/items").findValuesAsText("id");
  }
}
