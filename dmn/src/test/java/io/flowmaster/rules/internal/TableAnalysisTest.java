package io.flowmaster.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.rules.DecisionTableSketch;
import io.flowmaster.rules.DecisionTableSketch.InputColumn;
import io.flowmaster.rules.DecisionTableSketch.OutputColumn;
import io.flowmaster.rules.DecisionTableSketch.Row;
import io.flowmaster.rules.TableAnalysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableAnalysisTest {
  private final RuleAnalysis analysis = new RuleAnalysis();

  @Test
  void aTableThatCoversAllOnceHasNoFindings() {
    TableAnalysis found = analyse("UNIQUE", "number", "< 0", "[0..10)", ">= 10");
    assertThat(found.overlaps()).isEmpty();
    assertThat(found.gaps()).isEmpty();
    assertThat(found.complete()).isTrue();
  }

  @Test
  void overlapsAndGapsComeWithRuleNumbersAndAnExample() {
    TableAnalysis found = analyse("UNIQUE", "number", "< 5", "[5..10]", "[10..20)", "> 20");
    assertThat(found.overlaps())
        .singleElement()
        .satisfies(
            overlap -> {
              assertThat(overlap.rules()).containsExactly(2, 3);
              assertThat(overlap.conflict()).isTrue();
              assertThat(overlap.example()).hasToString("{a=10}");
            });
    assertThat(found.gaps()).singleElement().extracting("example").hasToString("{a=20}");
  }

  @Test
  void wholeNumbersHaveNothingInBetween() {
    assertThat(analyse("UNIQUE", "integer", "<= 4", ">= 5").gaps()).isEmpty();
    assertThat(analyse("UNIQUE", "number", "<= 4", ">= 5").gaps())
        .singleElement()
        .extracting("example")
        .hasToString("{a=4.5}");
  }

  @Test
  void textsBooleansAndDatesAreSampled() {
    assertThat(analyse("UNIQUE", "string", "\"a\"", "\"b\",\"c\"").gaps())
        .singleElement()
        .extracting("example")
        .hasToString("{a=\"other\"}");
    assertThat(analyse("UNIQUE", "string", "\"a\"", "not(\"a\")").gaps()).isEmpty();
    assertThat(analyse("UNIQUE", "boolean", "true").gaps())
        .singleElement()
        .extracting("example")
        .hasToString("{a=false}");
    assertThat(analyse("UNIQUE", "date", "< date(\"2026-01-01\")", "> date(\"2026-01-01\")").gaps())
        .singleElement()
        .extracting("example")
        .hasToString("{a=\"2026-01-01\"}");
  }

  @Test
  void severalColumnsMustAllAgree() {
    TableAnalysis found = analyse("UNIQUE", "number", "< 5; true", ">= 5; true", "-; false");
    assertThat(found.overlaps()).isEmpty();
    assertThat(found.gaps()).isEmpty();
    found = analyse("UNIQUE", "number", "< 5; true", ">= 5; -", "< 3; -");
    assertThat(found.overlaps()).singleElement().extracting("rules").hasToString("[1, 3]");
    assertThat(found.gaps()).extracting("example").asString().contains("b=false");
  }

  @Test
  void aLaterRuleOfAFirstTableCanBeUnreachable() {
    TableAnalysis found = analyse("FIRST", "number", "> 5", "> 7", "-", "3");
    assertThat(found.overlaps()).extracting("conflict").containsOnly(false);
    assertThat(found.unreachable()).extracting("rule").containsExactly(2, 4);
    assertThat(found.unreachable()).extracting("coveredBy").containsExactly(1, 3);
  }

  @Test
  void whatIsNotAConstantIsLeftOutOfAccount() {
    TableAnalysis found = analyse("UNIQUE", "number", "< limit", ">= 5");
    assertThat(found.notAnalysed()).singleElement().extracting("rule").isEqualTo(1);
    assertThat(found.gaps()).isEmpty();
    assertThat(found.overlaps()).isEmpty();
  }

  @Test
  void aLargeTableIsAnalysedInABoundedTime() {
    String[] rules = new String[400];
    Arrays.setAll(rules, i -> "[%d..%d); %d; %d; %d".formatted(i, i + 1, i % 7, i % 11, i % 13));
    assertThat(analyse("UNIQUE", "number", rules).gaps()).hasSize(100);
  }

  private TableAnalysis analyse(String policy, String type, String... rules) {
    int columns = rules[0].split(";").length;
    List<InputColumn> inputs = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      String name = String.valueOf((char) ('a' + i));
      inputs.add(new InputColumn(null, name, i == 0 ? type : "any"));
    }
    List<Row> rows =
        Arrays.stream(rules)
            .map(
                rule ->
                    new Row(
                        Arrays.stream(rule.split(";")).map(String::trim).toList(),
                        List.of("1"),
                        null))
            .toList();
    DecisionTableSketch sketch =
        new DecisionTableSketch(
            policy, null, inputs, List.of(new OutputColumn(null, "y", null)), rows);
    return analysis.of(SketchedTable.toDmn("k", "n", sketch)).get(0);
  }
}
