package io.flowmaster.tasks.internal;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;

/** Processes of tenant demo whose user tasks declare something. */
class DeclaredProcesses {
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;

  DeclaredProcesses(RepositoryService repository, RuntimeService runtime, TaskService tasks) {
    this.repository = repository;
    this.runtime = runtime;
    this.tasks = tasks;
  }

  static String oneTask(String properties) {
    return """
    <startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="work"/>
    <userTask id="work" name="Work" camunda:candidateGroups="staff">%s</userTask>
    <sequenceFlow id="f1" sourceRef="work" targetRef="e"/><endEvent id="e"/>
    """
        .formatted(properties);
  }

  static String properties(String... namesAndValues) {
    StringBuilder xml = new StringBuilder("<extensionElements><camunda:properties>");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.append(
          "<camunda:property name=\"flowmaster:%s\" value=\"%s\"/>"
              .formatted(namesAndValues[i], namesAndValues[i + 1]));
    }
    return xml.append("</camunda:properties></extensionElements>").toString();
  }

  void deploy(String key, String elements) {
    repository
        .createDeployment()
        .tenantId("demo")
        .addString(
            "process.bpmn",
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
            <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">%s</process></definitions>
            """
                .formatted(key, elements))
        .deploy();
  }

  String start(String key, Map<String, Object> variables) {
    return runtime
        .createProcessInstanceByKey(key)
        .processDefinitionTenantId("demo")
        .setVariables(variables)
        .execute()
        .getId();
  }

  String task(String execution, String activity) {
    return tasks
        .createTaskQuery()
        .processInstanceId(execution)
        .taskDefinitionKey(activity)
        .singleResult()
        .getId();
  }
}
