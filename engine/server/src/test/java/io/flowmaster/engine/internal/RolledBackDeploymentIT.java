package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.engine.DeploymentRehearsal;
import io.flowmaster.engine.DeploymentRehearsal.Fault;
import io.flowmaster.platform.TenantId;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class RolledBackDeploymentIT {
  private static final TenantId TENANT = new TenantId("rehearsal");
  private static final String DECISION =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drd" name="d" namespace="t">
        <decision id="risk" name="Risk"><variable id="v" name="risk"/><literalExpression id="l"><text>1</text></literalExpression></decision>
      </definitions>
      """;
  private final DeploymentRehearsal rehearsal;
  private final ProcessEngine engine;
  private final JdbcClient jdbc;

  RolledBackDeploymentIT(DeploymentRehearsal rehearsal, ProcessEngine engine, JdbcClient jdbc) {
    this.rehearsal = rehearsal;
    this.engine = engine;
    this.jdbc = jdbc;
  }

  @Test
  void aSoundBundleLeavesNoTrace() {
    String key = Names.unique("rehearsed");
    Trace before = trace();
    assertThat(
            rehearsal.faults(
                TENANT,
                files(
                    "p.bpmn",
                    waiting(key, "R/PT1H"),
                    "d.dmn",
                    DECISION,
                    "f.form",
                    "{\"id\":\"f\"}")))
        .isEmpty();
    assertThat(trace()).isEqualTo(before);
    assertThat(cache().getProcessDefinitionCache().keySet()).noneMatch(id -> id.startsWith(key));
    assertThat(cache().getDecisionDefinitionCache().keySet())
        .noneMatch(id -> id.startsWith("risk"));
  }

  @Test
  void aRefusedBundleLeavesNoTraceEither() {
    String key = Names.unique("refused");
    Trace before = trace();
    assertThat(rehearsal.faults(TENANT, files("p.bpmn", waiting(key, "nonsense")))).isNotEmpty();
    assertThat(trace()).isEqualTo(before);
    assertThat(cache().getProcessDefinitionCache().keySet()).noneMatch(id -> id.startsWith(key));
  }

  @Test
  void theDeployedVersionStaysTheOneThatStarts() {
    String key = Names.unique("stays");
    var deployed =
        engine
            .getRepositoryService()
            .createDeployment()
            .tenantId(TENANT.value())
            .addString("p.bpmn", started(key, key + "-go"))
            .deploy();
    try {
      assertThat(rehearsal.faults(TENANT, files("p.bpmn", started(key, key + "-other")))).isEmpty();
      assertThat(
              engine
                  .getRuntimeService()
                  .createMessageCorrelation(key + "-go")
                  .tenantId(TENANT.value())
                  .correlateWithResult())
          .isNotNull();
      assertThat(
              engine
                  .getRepositoryService()
                  .createProcessDefinitionQuery()
                  .processDefinitionKey(key)
                  .latestVersion()
                  .singleResult()
                  .getVersion())
          .isEqualTo(1);
    } finally {
      engine.getRepositoryService().deleteDeployment(deployed.getId(), true);
    }
  }

  @Test
  void aFaultInOneFileDoesNotHideThoseOfAnother() {
    String bad = waiting("x", "R/PT1H").replace("targetRef=\"end\"", "targetRef=\"gone\"");
    List<Fault> faults =
        rehearsal.faults(
            TENANT,
            files(
                "one.bpmn", bad,
                "two.bpmn", bad.replace("\"x\"", "\"y\""),
                "three.bpmn", waiting("same", "R/PT1H"),
                "four.bpmn", waiting("same", "R/PT1H")));
    assertThat(faults).extracting(Fault::file).contains("one.bpmn", "two.bpmn");
    assertThat(faults).anyMatch(fault -> fault.message().contains("same key 'same'"));
  }

  @Test
  void twoProcessesCannotBeStartedByOneMessage() {
    String message = Names.unique("shared");
    List<Fault> faults =
        rehearsal.faults(
            TENANT, files("a.bpmn", started("a", message), "b.bpmn", started("b", message)));
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).message()).contains(message);
  }

  private record Trace(Map<String, Long> rows, int deployments) {}

  private Trace trace() {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table :
        List.of(
            "act_re_deployment",
            "act_re_procdef",
            "act_re_decision_def",
            "act_re_camformdef",
            "act_ge_bytearray",
            "act_ru_job",
            "act_ru_jobdef",
            "act_ru_event_subscr",
            "act_hi_op_log")) {
      String mine = "select count(*) from " + table + " where tenant_id_ = 'rehearsal'";
      rows.put(table, jdbc.sql(mine).query(Long.class).single());
    }
    return new Trace(rows, engine.getManagementService().getRegisteredDeployments().size());
  }

  private DeploymentCache cache() {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getDeploymentCache();
  }

  private static Map<String, byte[]> files(String... namesAndTexts) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private static String waiting(String key, String cycle) {
    return process(
        key,
        "<timerEventDefinition id=\"t\"><timeCycle>"
            + cycle
            + "</timeCycle></timerEventDefinition>",
        "");
  }

  private static String started(String key, String message) {
    return process(
        key,
        "<messageEventDefinition id=\"d\" messageRef=\"m\"/>",
        "<message id=\"m\" name=\"" + message + "\"/>");
  }

  private static String process(String key, String trigger, String message) {
    return """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
      %s
      <process id="%s" isExecutable="true">
        <startEvent id="start">%s</startEvent>
        <sequenceFlow id="f" sourceRef="start" targetRef="end"/><endEvent id="end"/>
      </process>
    </definitions>
    """
        .formatted(message, key, trigger);
  }
}
