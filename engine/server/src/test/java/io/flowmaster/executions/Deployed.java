package io.flowmaster.executions;

import io.flowmaster.testing.Names;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.instance.Process;

/** Puts processes of tenant {@code demo} into the engine, each under a key of its own. */
class Deployed {
  private final RepositoryService repository;

  Deployed(RepositoryService repository) {
    this.repository = repository;
  }

  static ProcessBuilder process(String prefix) {
    return Bpmn.createExecutableProcess(Names.unique(prefix))
        .camundaHistoryTimeToLiveString("P30D");
  }

  /** The key of the process. */
  String in(String tenant, BpmnModelInstance model) {
    String key =
        model.getModelElementsByType(Process.class).stream().findFirst().orElseThrow().getId();
    repository.createDeployment().tenantId(tenant).addModelInstance(key + ".bpmn", model).deploy();
    return key;
  }

  String demo(BpmnModelInstance model) {
    return in("demo", model);
  }

  /**
   * A process that waits at the user task {@code review} (Review order), candidates {@code staff}.
   */
  String withTask() {
    return demo(
        process("order")
            .name("Order handling")
            .startEvent("begin")
            .userTask("review")
            .name("Review order")
            .camundaCandidateGroups("staff")
            .endEvent("done")
            .done());
  }
}
