package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flowmaster.engine.PolicyCorpus;
import io.flowmaster.engine.PolicyCorpus.Attack;
import io.flowmaster.engine.PolicyMarker;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database in which somebody else, or an earlier version, has left what is refused today. */
@PlatformTest
class PolicyRestartIT {
  private static final String TENANT = "policy-restart";
  private static final String SOUND =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
        <process id="KEY" isExecutable="true"><startEvent id="start"/></process>
      </definitions>
      """;
  private final ProcessEngine engine;
  private final JdbcClient jdbc;

  PolicyRestartIT(ProcessEngine engine, JdbcClient jdbc) {
    this.engine = engine;
    this.jdbc = jdbc;
  }

  static List<Attack> attacks() {
    return PolicyCorpus.attacks().filter(attack -> attack.file().endsWith(".bpmn")).toList();
  }

  @AfterEach
  void nothingHappened() {
    assertThat(PolicyMarker.reached()).isZero();
    assertThat(System.getProperty("flowmaster.attacked")).isNull();
    assertThat(PolicyCorpus.touched()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anAttackThatIsInTheDatabaseDoesNothing(Attack attack) {
    String key = attack.file().replace(".bpmn", "");
    leave(key, new String(attack.content(), StandardCharsets.UTF_8));
    try {
      start(key);
    } catch (RuntimeException refused) {
      assertThat(refused).isNotInstanceOf(NullPointerException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class-service-task",
        "class-execution-listener",
        "class-task-listener",
        "delegate-bean",
        "juel-get-class",
        "juel-engine-services-property",
        "juel-bean-data-source",
        "juel-bean-system-properties",
        "script-task-groovy",
        "script-task-javascript",
        "script-execution-listener",
        "script-input-parameter",
        "script-resource-classpath",
        "script-juel-get-class",
        "task-type-shell",
        "task-type-mail"
      })
  void whatIsRefusedSaysSo(String key) {
    Attack attack =
        attacks().stream().filter(a -> a.file().equals(key + ".bpmn")).findFirst().orElseThrow();
    leave(key, new String(attack.content(), StandardCharsets.UTF_8));
    assertThatThrownBy(() -> start(key)).hasMessageContaining("Deployment policy (");
  }

  @Test
  void workInTheBackgroundBecomesAnIncidentAndOthersGoOn() {
    String bad = Names.unique("left");
    leave(bad, background(bad, "camunda:class=\"io.flowmaster.engine.PolicyMarker\""));
    String good = Names.unique("other");
    leave(good, background(good, "camunda:expression=\"${true}\""));
    ProcessInstance stuck = start(bad);
    ProcessInstance other = start(good);
    await()
        .atMost(30, TimeUnit.SECONDS)
        .untilAsserted(
            () ->
                assertThat(incidents(stuck))
                    .singleElement()
                    .satisfies(
                        incident -> {
                          assertThat(incident.getActivityId()).isEqualTo("work");
                          assertThat(incident.getIncidentMessage())
                              .contains("Deployment policy (java-class)");
                        }));
    await()
        .atMost(30, TimeUnit.SECONDS)
        .untilAsserted(
            () ->
                assertThat(
                        engine
                            .getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceId(other.getId())
                            .count())
                    .isZero());
    engine.getRuntimeService().deleteProcessInstance(stuck.getId(), "not wanted");
    assertThat(incidents(stuck)).isEmpty();
  }

  private List<Incident> incidents(ProcessInstance instance) {
    return engine
        .getRuntimeService()
        .createIncidentQuery()
        .processInstanceId(instance.getId())
        .list();
  }

  private ProcessInstance start(String key) {
    return engine
        .getRuntimeService()
        .createProcessInstanceByKey(key)
        .processDefinitionTenantId(TENANT)
        .setVariables(Map.of("name", "Ana", "amount", 5))
        .execute();
  }

  /** Deploys something sound, puts the model in its place in the database, and forgets. */
  private void leave(String key, String model) {
    Deployment deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .tenantId(TENANT)
            .addString(key + ".bpmn", SOUND.replace("KEY", key))
            .deploy();
    int changed =
        jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = ? where DEPLOYMENT_ID_ = ?")
            .params(model.getBytes(StandardCharsets.UTF_8), deployment.getId())
            .update();
    assertThat(changed).isEqualTo(1);
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getDeploymentCache()
        .discardProcessDefinitionCache();
  }

  private static String background(String key, String implementation) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
          <process id="%s" isExecutable="true">
            <startEvent id="start"/>
            <sequenceFlow id="f" sourceRef="start" targetRef="work"/>
            <serviceTask id="work" camunda:asyncBefore="true" %s/>
          </process>
        </definitions>
        """
        .formatted(key, implementation);
  }
}
