package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.engine.PolicyCorpus;
import io.flowmaster.engine.PolicyCorpus.Attack;
import io.flowmaster.engine.PolicyCorpus.Harmless;
import io.flowmaster.engine.internal.PolicyProperties.Allowance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.StaticApplicationContext;

class ModelPolicyTest {
  private static final Allowance NOTHING = new Allowance(Set.of(), Set.of(), Set.of(), Set.of());
  private final ModelPolicy policy = policy(NOTHING, Map.of());

  static Stream<Attack> attacks() {
    return PolicyCorpus.attacks();
  }

  static Stream<Harmless> harmless() {
    return PolicyCorpus.harmless();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void anAttackIsRefusedWithItsElementAndWhatItTries(Attack attack) {
    List<Violation> found = policy.violations("demo", attack.file(), attack.content());
    assertThat(found)
        .extracting(violation -> violation.elementId() + " " + violation.kind())
        .contains((attack.element().equals("-") ? null : attack.element()) + " " + attack.kind());
    assertThat(found).allMatch(violation -> violation.reason().endsWith("."));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void whatOnlyLooksLikeAnAttackIsNot(Harmless model) {
    assertThat(policy.violations("demo", model.file(), model.content())).isEmpty();
  }

  @Test
  void everyFileOfTheCorpusIsListed() throws Exception {
    assertThat(PolicyCorpus.files("attack")).isEqualTo(PolicyCorpus.attacks().count());
    assertThat(PolicyCorpus.files("harmless")).isEqualTo(PolicyCorpus.harmless().count());
    assertThat(PolicyCorpus.attacks().count()).isGreaterThanOrEqualTo(80);
    assertThat(PolicyCorpus.harmless().count()).isGreaterThanOrEqualTo(80);
  }

  @Test
  void theSamplesAreHarmless() throws Exception {
    List<Path> samples;
    try (Stream<Path> files = Files.walk(Path.of("../../bpmn-samples"))) {
      samples =
          files
              .filter(file -> !file.toString().contains("target"))
              .filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
              .toList();
    }
    assertThat(samples).hasSizeGreaterThan(30);
    for (Path sample : samples) {
      assertThat(policy.violations("demo", sample.toString(), Files.readAllBytes(sample)))
          .as(sample.toString())
          .isEmpty();
    }
  }

  @Test
  void everyViolationOfAFileIsNamedAtOnce() {
    String model =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
          <process id="p" isExecutable="true">
            <serviceTask id="one" camunda:class="java.lang.Object"/>
            <serviceTask id="two" camunda:expression="${''.getClass()}"/>
            <scriptTask id="three" scriptFormat="groovy"><script>1</script></scriptTask>
          </process>
        </definitions>
        """;
    assertThat(policy.violations("demo", "p.bpmn", model.getBytes(StandardCharsets.UTF_8)))
        .extracting(Violation::elementId)
        .containsExactly("one", "two", "three");
  }

  @Test
  void anAdministratorAllowsMoreToOneTenant() {
    Allowance more =
        new Allowance(
            Set.of("pricing"),
            Set.of("io.flowmaster.engine.PolicyMarker"),
            Set.of("groovy"),
            Set.of("http-connector"));
    ModelPolicy open = policy(NOTHING, Map.of("trusted", more));
    for (String file :
        List.of("class-service-task.bpmn", "script-task-groovy.bpmn", "connector-http.bpmn")) {
      Attack attack =
          PolicyCorpus.attacks().filter(a -> a.file().equals(file)).findFirst().orElseThrow();
      assertThat(open.violations("trusted", file, attack.content())).as(file).isEmpty();
      assertThat(open.violations("demo", file, attack.content())).as(file).isNotEmpty();
    }
    String bean =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
          <process id="p" isExecutable="true">
            <serviceTask id="one" camunda:expression="${pricing.offer(amount)}"/>
            <serviceTask id="two" camunda:delegateExpression="${pricing}"/>
          </process>
        </definitions>
        """;
    byte[] content = bean.getBytes(StandardCharsets.UTF_8);
    assertThat(open.violations("trusted", "p.bpmn", content)).isEmpty();
    assertThat(open.violations("demo", "p.bpmn", content)).hasSize(2);
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() {
    byte[] large = new byte[6 * 1024 * 1024];
    assertThat(policy.violations("demo", "large.bpmn", large))
        .singleElement()
        .extracting(Violation::kind)
        .isEqualTo(Violation.SIZE);
  }

  static ModelPolicy policy(Allowance all, Map<String, Allowance> tenants) {
    StaticApplicationContext context = new StaticApplicationContext();
    for (String bean :
        List.of(
            "runtimeService",
            "dataSource",
            "environment",
            "systemProperties",
            "systemEnvironment",
            "pricing")) {
      if (!context.containsBean(bean)) {
        context.registerSingleton(bean, Object.class);
      }
    }
    return new ModelPolicy(new Allowances(limits(all, tenants)), context);
  }

  static PolicyProperties limits(Allowance all, Map<String, Allowance> tenants) {
    return new PolicyProperties(
        all,
        tenants,
        org.springframework.util.unit.DataSize.ofMegabytes(5),
        200,
        10_000,
        java.time.Duration.ofSeconds(5),
        1_000_000,
        250_000,
        50_000,
        java.time.Duration.ofSeconds(60),
        org.springframework.util.unit.DataSize.ofMegabytes(64));
  }
}
