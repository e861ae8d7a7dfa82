package io.flowmaster.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.rules.internal.TckCases.Case;
import io.flowmaster.rules.internal.TckCases.Group;
import io.flowmaster.rules.internal.TckCases.Wanted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.feel.FeelEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * Runs the DMN Technology Compatibility Kit, {@code make tck TCK=…}, and writes how many of its
 * value nodes each evaluator gives right, and ours by what it chose.
 */
@EnabledIfSystemProperty(named = "flowmaster.tck", matches = ".+")
class TckConformanceTest {
  private final ListeningDmnEngine ours =
      new ListeningDmnEngine(new StaticListableBeanFactory().getBeanProvider(FeelEngine.class));
  private final DmnCompiler compiler =
      new DmnCompiler(
          ours, new RulesProperties(Duration.ofSeconds(20), Duration.ofSeconds(60), 4, 10));
  private final StringBuilder report = new StringBuilder();
  private final StringBuilder failures = new StringBuilder();
  private final Map<String, int[]> totals = new LinkedHashMap<>();
  private DmnDecisionEvaluationEvent heard;
  private final DmnEngine stock = stock();

  private DmnEngine stock() {
    DmnEngineConfiguration configuration =
        DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration.setCustomPostDecisionEvaluationListeners(List.of(event -> heard = event));
    return configuration.buildEngine();
  }

  @Test
  void valueNodesAreGivenAsTheKitWantsThem() throws IOException {
    report.append("| Model | Value nodes | Stock engine | Here | of these by STANDARD |\n");
    report.append("|---|--:|--:|--:|--:|\n");
    for (Group group : TckCases.read(Path.of(System.getProperty("flowmaster.tck")))) {
      int[] counts = run(group);
      totals.put(group.name(), counts);
      line(group.name(), counts);
    }
    int[] sum = new int[4];
    totals.values().forEach(counts -> add(sum, counts));
    line("**all**", sum);
    report.append("\nNot as the kit wants them:\n").append(failures);
    Files.writeString(Path.of("target", "tck.md"), report);
    assertThat(sum[2]).as("see dmn/target/tck.md").isGreaterThanOrEqualTo(sum[0] * 1900 / 1916);
  }

  private int[] run(Group group) {
    int[] counts = new int[4];
    CompiledRules rules = compiled(group);
    List<DmnDecision> parsed = parsed(group);
    for (Case each : group.cases()) {
      for (Wanted wanted : each.results()) {
        if (wanted.isValue()) {
          counts[0]++;
          counts[1] += stockGives(parsed, rules, each, wanted) ? 1 : 0;
          count(counts, rules, group, each, wanted);
        }
      }
    }
    return counts;
  }

  private void count(
      int[] counts, @Nullable CompiledRules rules, Group group, Case each, Wanted wanted) {
    Object got;
    DmnDecision decision = null;
    try {
      decision = rules.named(each.service() == null ? wanted.name() : each.service());
      Map<String, Object> facts = each.inputs();
      if (CompiledRules.standard(decision) == null) {
        facts = engineFacts(each);
      }
      got = value(ours.evaluate(decision, facts), rules);
      if (each.service() != null
          && got instanceof Map<?, ?> outputs
          && outputs.containsKey(wanted.name())) {
        got = outputs.get(wanted.name());
      }
    } catch (RuntimeException e) {
      got = e;
    }
    if (TckValues.same(wanted.value(), got)) {
      counts[2]++;
      counts[3] += CompiledRules.standard(decision) == null ? 0 : 1;
    } else {
      failures.append(
          "- %s %s %s: wanted %s, got %s\n"
              .formatted(group.name(), each.id(), wanted.name(), wanted.value(), got));
    }
  }

  private @Nullable CompiledRules compiled(Group group) {
    try {
      return compiler.compiled(group.name(), ModelImports.carrying(group.dmn(), group.others()));
    } catch (RuntimeException e) {
      failures.append("- %s: %s\n".formatted(group.name(), e.getMessage()));
      return null;
    }
  }

  private List<DmnDecision> parsed(Group group) {
    try {
      return stock.parseDecisions(
          new ByteArrayInputStream(group.dmn().getBytes(StandardCharsets.UTF_8)));
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  private boolean stockGives(
      List<DmnDecision> parsed, @Nullable CompiledRules rules, Case each, Wanted wanted) {
    try {
      for (DmnDecision decision : parsed) {
        if (wanted.name().equals(decision.getName()) && each.service() == null && rules != null) {
          stock.evaluateDecision(decision, engineFacts(each));
          return TckValues.same(wanted.value(), value(heard, rules));
        }
      }
      return false;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static Map<String, Object> engineFacts(Case each) {
    Map<String, Object> facts = new LinkedHashMap<>();
    each.inputs().forEach((name, value) -> facts.put(name, TckValues.forEngine(value)));
    return facts;
  }

  private static @Nullable Object value(DmnDecisionEvaluationEvent event, CompiledRules rules) {
    var result = event.getDecisionResult();
    return TckValues.value(result, rules.outlines().get(result.getDecision().getKey()));
  }

  private void line(String name, int[] counts) {
    report.append(
        "| %s | %d | %d | %d | %d |\n".formatted(name, counts[0], counts[1], counts[2], counts[3]));
  }

  private static void add(int[] sum, int[] counts) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += counts[i];
    }
  }
}
