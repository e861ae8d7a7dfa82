package io.flowmaster.tasks.internal;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** Random changes of tasks, one step at a time, through one door after the other. */
class InboxDoors {
  private static final String KEY = "doors";
  private static final List<String> PEOPLE = List.of("employee", "employee2", "nobody-known");
  private static final List<String> GROUPS = List.of("staff", "leads", "managers");
  private final String tenant;
  private final ProcessEngine engine;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final TransactionTemplate transaction;
  private final Random random;
  private final Caller employee;
  private final Caller manager;
  private final Caller admin;
  private final Map<String, Runnable> doors = new LinkedHashMap<>();
  private final Deque<String> log = new ArrayDeque<>();
  private int effects;

  InboxDoors(
      String tenant,
      Api api,
      ProcessEngine engine,
      TransactionTemplate transaction,
      Random random) {
    this.tenant = tenant;
    this.engine = engine;
    this.tasks = engine.getTaskService();
    this.runtime = engine.getRuntimeService();
    this.transaction = transaction;
    this.random = random;
    employee = api.in(tenant, "employee", List.of("staff"), "employee");
    manager = api.in(tenant, "manager", List.of("managers"), "manager");
    admin = api.in(tenant, "admin", List.of(), "admin", "developer", "manager", "employee");
    doorsOfThePlatform();
    doorsOfTheEngineRest();
    doorsOfTheTaskService();
    doorsOfTheProcess();
  }

  /** Two versions of a process, to migrate from one to the other. */
  void prepare() {
    deploy("First");
    deploy("Second");
    for (int i = 0; i < 3; i++) {
      start();
    }
  }

  private void deploy(String name) {
    engine
        .getRepositoryService()
        .createDeployment()
        .tenantId(tenant)
        .addModelInstance("doors.bpmn", model(KEY, name))
        .deploy();
  }

  private static BpmnModelInstance model(String key, String name) {
    return Bpmn.createExecutableProcess(key)
        .name(name)
        .startEvent()
        .userTask("review")
        .name(name + " review")
        .camundaCandidateUsers("employee,employee2")
        .camundaDueDate("2031-05-01T12:00:00")
        .multiInstance()
        .parallel()
        .cardinality("2")
        .multiInstanceDone()
        .boundaryEvent("late")
        .timerWithDuration("P30D")
        .userTask("chase")
        .camundaCandidateGroups("leads")
        .camundaTaskListenerExpression("create", "${task.setPriority(80)}")
        .endEvent()
        .moveToActivity("review")
        .userTask("approve")
        .name(name + " approve")
        .camundaCandidateGroups("staff,leads")
        .camundaTaskListenerExpression("create", "${task.setDescription('by a listener')}")
        .camundaTaskListenerExpression("create", "${task.addCandidateUser('employee2')}")
        .camundaTaskListenerExpression("assignment", "${task.setOwner('owner-by-listener')}")
        .camundaTaskListenerExpression("complete", "${task.setPriority(99)}")
        .boundaryEvent("reminder")
        .cancelActivity(false)
        .timerWithDuration("P20D")
        .userTask("remind")
        .camundaAssignee("employee")
        .endEvent()
        .moveToActivity("approve")
        .endEvent()
        .done();
  }

  void step() {
    List<String> names = new ArrayList<>(doors.keySet());
    String name = any(names);
    log.addLast(name);
    if (log.size() > 12) {
      log.removeFirst();
    }
    try {
      doors.get(name).run();
      effects++;
    } catch (RuntimeException refused) {
      if (isOurs(refused)) {
        throw new AssertionError(name, refused);
      }
      log.addLast("(refused)");
    }
  }

  /**
   * The engine refuses much of what is tried here, and under concurrency some of it with a bare
   * NullPointerException; what fails in the inbox is a bug, unless the database chose a victim.
   */
  private static boolean isOurs(RuntimeException refused) {
    return !(refused instanceof PessimisticLockingFailureException)
        && Arrays.stream(refused.getStackTrace())
            .map(StackTraceElement::getClassName)
            .anyMatch(
                frame ->
                    frame.startsWith("io.flowmaster.tasks.internal.")
                        && !frame.startsWith(InboxDoors.class.getName())
                        && !frame.startsWith(InboxConsistencyIT.class.getName()));
  }

  int effects() {
    return effects;
  }

  String log() {
    return String.join(", ", log);
  }

  private void doorsOfThePlatform() {
    doors.put(
        "api create",
        () -> ok(manager.post("/tasks", Map.of("name", "Of its own", "priority", number()))));
    doors.put("api claim", () -> ok(employee.put(task("/assign"), Map.of("assignee", "employee"))));
    doors.put(
        "api claim too", () -> ok(manager.put(task("/assign"), Map.of("assignee", "manager"))));
    doors.put("api release", () -> ok(manager.put(task("/assign"), "{\"assignee\":null}")));
    doors.put("api respond", () -> ok(employee.put(task("/respond"), Map.of("outcome", "done"))));
    doors.put("api due", () -> ok(manager.put(task("/due"), Map.of("dueAt", date().toInstant()))));
    doors.put(
        "api change",
        () ->
            ok(manager.put(task(""), Map.of("name", "Renamed " + number(), "priority", number()))));
    doors.put("api escalate", () -> ok(employee.put(task("/escalate"), Map.of("reason", "help"))));
    doors.put(
        "api draft", () -> ok(employee.put(task("/draft"), Map.of("variables", Map.of("a", 1)))));
  }

  private void doorsOfTheEngineRest() {
    doors.put("rest claim", () -> ok(admin.post(rest("/claim"), Map.of("userId", any(PEOPLE)))));
    doors.put("rest unclaim", () -> ok(admin.post(rest("/unclaim"))));
    doors.put(
        "rest assignee", () -> ok(admin.post(rest("/assignee"), Map.of("userId", any(PEOPLE)))));
    doors.put("rest complete", () -> ok(admin.post(rest("/complete"), Map.of())));
    doors.put(
        "rest link",
        () ->
            ok(
                admin.post(
                    rest("/identity-links"), Map.of("groupId", any(GROUPS), "type", "candidate"))));
    doors.put(
        "rest unlink",
        () ->
            ok(
                admin.post(
                    rest("/identity-links/delete"),
                    Map.of("groupId", any(GROUPS), "type", "candidate"))));
  }

  private void doorsOfTheTaskService() {
    doors.put("priority", () -> tasks.setPriority(id(), number()));
    doors.put("owner", () -> tasks.setOwner(id(), any(PEOPLE)));
    doors.put("claim", () -> tasks.claim(id(), any(PEOPLE)));
    doors.put("assign", () -> tasks.setAssignee(id(), any(PEOPLE)));
    doors.put("unassign", () -> tasks.setAssignee(id(), null));
    doors.put("delegate", () -> tasks.delegateTask(id(), any(PEOPLE)));
    doors.put("resolve", () -> tasks.resolveTask(id()));
    doors.put("complete", () -> tasks.complete(id()));
    doors.put("add group", () -> tasks.addCandidateGroup(id(), any(GROUPS)));
    doors.put("remove group", () -> tasks.deleteCandidateGroup(id(), any(GROUPS)));
    doors.put("add user", () -> tasks.addCandidateUser(id(), any(PEOPLE)));
    doors.put("save", this::save);
    doors.put("several in one transaction", this::several);
    doors.put("rolled back", this::rolledBack);
    doors.put("with a subtask", this::subtask);
    doors.put("delete own", () -> tasks.deleteTask(ofItsOwn(), false));
    doors.put("erase own", () -> tasks.deleteTask(ofItsOwn(), true));
  }

  private void doorsOfTheProcess() {
    doors.put("start", this::start);
    doors.put("start again", this::start);
    doors.put("timer", this::timer);
    doors.put("cancel", () -> runtime.deleteProcessInstance(instance(), "test"));
    doors.put(
        "cancel silently", () -> runtime.deleteProcessInstance(instance(), "test", true, true));
    doors.put("move", this::move);
    doors.put("migrate", this::migrate);
    doors.put("suspend", () -> runtime.suspendProcessInstanceById(instance()));
    doors.put("activate", () -> runtime.activateProcessInstanceById(suspended()));
    doors.put("erase definition", this::eraseDefinition);
  }

  private void save() {
    Task task = some(tasks.createTaskQuery().tenantIdIn(tenant).list());
    task.setName("Saved " + number());
    task.setDescription("Saved");
    task.setDueDate(random.nextBoolean() ? date() : null);
    task.setFollowUpDate(date());
    tasks.saveTask(task);
  }

  private void several() {
    transaction.executeWithoutResult(
        status -> {
          String id = id();
          tasks.addCandidateGroup(id, "several");
          tasks.setPriority(id, number());
          tasks.setAssignee(id, "employee");
          if (random.nextBoolean()) {
            tasks.complete(id);
          }
        });
  }

  private void rolledBack() {
    transaction.executeWithoutResult(
        status -> {
          tasks.setPriority(id(), 1_000);
          tasks.complete(id());
          status.setRollbackOnly();
        });
  }

  private void subtask() {
    Task parent = some(tasks.createTaskQuery().tenantIdIn(tenant).list());
    Task child = tasks.newTask();
    child.setName("Part of it");
    child.setParentTaskId(parent.getId());
    child.setTenantId(parent.getTenantId());
    tasks.saveTask(child);
  }

  private void start() {
    runtime
        .createProcessInstanceByKey(KEY)
        .processDefinitionTenantId(tenant)
        .businessKey("case-" + number())
        .execute();
  }

  private void timer() {
    Job job = some(engine.getManagementService().createJobQuery().tenantIdIn(tenant).list());
    engine.getManagementService().executeJob(job.getId());
  }

  private void move() {
    String instance = instance();
    runtime
        .createProcessInstanceModification(instance)
        .cancelAllForActivity(random.nextBoolean() ? "review" : "approve")
        .startBeforeActivity(random.nextBoolean() ? "approve" : "chase")
        .execute();
  }

  private void migrate() {
    List<ProcessDefinition> versions =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey(KEY)
            .tenantIdIn(tenant)
            .list();
    ProcessInstance instance =
        some(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .tenantIdIn(tenant)
                .list());
    String target =
        versions.stream()
            .map(ProcessDefinition::getId)
            .filter(id -> !id.equals(instance.getProcessDefinitionId()))
            .findFirst()
            .orElseThrow();
    runtime
        .newMigration(
            runtime
                .createMigrationPlan(instance.getProcessDefinitionId(), target)
                .mapEqualActivities()
                .build())
        .processInstanceIds(instance.getId())
        .execute();
  }

  private void eraseDefinition() {
    String key = "erased" + number();
    String deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .tenantId(tenant)
            .addModelInstance(
                "erased.bpmn",
                Bpmn.createExecutableProcess(key).startEvent().userTask("t").endEvent().done())
            .deploy()
            .getId();
    runtime.createProcessInstanceByKey(key).processDefinitionTenantId(tenant).execute();
    if (random.nextBoolean()) {
      tasks.setPriority(
          tasks
              .createTaskQuery()
              .processDefinitionKey(key)
              .tenantIdIn(tenant)
              .list()
              .get(0)
              .getId(),
          number());
    }
    engine.getRepositoryService().deleteDeployment(deployment, true);
  }

  private String task(String path) {
    return "/tasks/" + id() + path;
  }

  private String rest(String path) {
    return "/engine-rest/task/" + id() + path;
  }

  private String id() {
    return some(tasks.createTaskQuery().tenantIdIn(tenant).list()).getId();
  }

  private String ofItsOwn() {
    return some(tasks.createTaskQuery().tenantIdIn(tenant).list().stream()
            .filter(task -> task.getProcessInstanceId() == null)
            .toList())
        .getId();
  }

  private String instance() {
    return some(runtime.createProcessInstanceQuery().tenantIdIn(tenant).list()).getId();
  }

  private String suspended() {
    return some(runtime.createProcessInstanceQuery().suspended().tenantIdIn(tenant).list()).getId();
  }

  private static void ok(Answer answer) {
    if (answer.status() >= 500 && !answer.text().contains("\"type\":\"")) {
      throw new AssertionError(answer.text());
    }
    if (answer.status() >= 400) {
      if (answer.text().contains("urn:flowmaster:problem:internal")) {
        throw new AssertionError(answer.text());
      }
      throw new NothingThere();
    }
  }

  private int number() {
    return random.nextInt(100);
  }

  private Date date() {
    return Date.from(Instant.parse("2031-01-01T00:00:00Z").plusSeconds(random.nextInt(10_000_000)));
  }

  private <T> T some(List<T> values) {
    if (values.isEmpty()) {
      throw new NothingThere();
    }
    return any(values);
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** There is nothing to do this with, or it was refused. */
  private static final class NothingThere extends RuntimeException {}
}
