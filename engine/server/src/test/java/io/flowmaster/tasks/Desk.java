package io.flowmaster.tasks;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The people of tenant demo, and processes that give them tasks. */
class Desk {
  final RepositoryService repository;
  final RuntimeService runtime;
  final TaskService tasks;
  final Caller employee;
  final Caller employee2;
  final Caller manager;
  final Caller otherAdmin;

  Desk(Api api, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
    this.repository = repository;
    this.runtime = runtime;
    this.tasks = tasks;
    employee = api.in("demo", "employee", List.of("staff"), "employee");
    employee2 = api.in("demo", "employee2", List.of("staff"), "employee");
    manager = api.in("demo", "manager", List.of("managers"), "manager");
    otherAdmin = api.otherAdmin();
  }

  /** A process with one task for group staff. */
  String staffProcess() {
    String key = Names.unique("staff-process");
    deploy(
        Bpmn.createExecutableProcess(key)
            .name("Staff process")
            .startEvent()
            .userTask("work")
            .name("Work")
            .camundaCandidateGroups("staff")
            .endEvent()
            .done());
    return key;
  }

  String deploy(BpmnModelInstance model) {
    return deploy(model, Map.of());
  }

  String deploy(BpmnModelInstance model, Map<String, String> files) {
    var deployment =
        repository.createDeployment().tenantId("demo").addModelInstance("process.bpmn", model);
    files.forEach(deployment::addString);
    return deployment.deploy().getId();
  }

  /** Starts the process and answers its execution's id. */
  String start(String key, Map<String, Object> variables) {
    return runtime
        .createProcessInstanceByKey(key)
        .processDefinitionTenantId("demo")
        .businessKey(Names.unique("case"))
        .setVariables(variables)
        .execute()
        .getId();
  }

  /** The id of the one open task of an execution, as the engine knows it. */
  String taskOf(String execution) {
    return tasks.createTaskQuery().processInstanceId(execution).singleResult().getId();
  }

  /** A fresh task that group staff may claim. */
  String staffTask() {
    return taskOf(start(staffProcess(), Map.of()));
  }

  /** A task of no process, made by the manager. */
  String task(Map<String, Object> members) {
    return make(members).expect(201).at("/id");
  }

  Answer make(Map<String, Object> members) {
    return manager.post("/tasks", members);
  }
}
