package io.flowmaster.benchmark;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/**
 * A decision table with hit policy FIRST, three inputs (a range, a list of texts, a text) and two
 * outputs, evaluated for random facts by the decision engine alone.
 */
record DecisionRow(int rules, String goal) implements Row {
  private static final int REGIONS = 8;
  private static final int BAND = 10;

  @Override
  public String key() {
    return "dmn-" + rules;
  }

  @Override
  public String title() {
    return "DMN table of %,d rules".formatted(rules);
  }

  @Override
  public Work on(StockCamunda camunda) {
    return evaluating(DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine());
  }

  @Override
  public Work on(Platform platform) {
    return evaluating(platform.bean(DefaultDmnEngineConfiguration.class).buildEngine());
  }

  private Work evaluating(DmnEngine engine) {
    InputStream model = new ByteArrayInputStream(model().getBytes(StandardCharsets.UTF_8));
    DmnDecision decision = engine.parseDecision("table", model);
    return () -> {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      Map<String, Object> facts =
          Map.of(
              "amount",
              random.nextInt(rules * BAND),
              "region",
              "R" + random.nextInt(REGIONS),
              "grade",
              random.nextBoolean() ? "A" : "B");
      long start = System.nanoTime();
      engine.evaluateDecision(decision, facts);
      return Work.Sample.since(start, 1);
    };
  }

  private String model() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="table_model" name="Table"
                 namespace="http://benchmark">
      <decision id="table" name="Table">
        <decisionTable id="rules" hitPolicy="FIRST">
          %s%s%s
          <output id="o1" name="rate" typeRef="integer"/><output id="o2" name="desk" typeRef="string"/>
          %s
        </decisionTable>
      </decision>
    </definitions>
    """
        .formatted(
            input("amount", "integer"),
            input("region", "string"),
            input("grade", "string"),
            IntStream.range(0, rules).mapToObj(DecisionRow::rule).collect(Collectors.joining()));
  }

  private static String input(String name, String type) {
    return "<input id='i_%1$s'><inputExpression id='e_%1$s' typeRef='%2$s'><text>%1$s</text></inputExpression></input>"
        .formatted(name, type);
  }

  private static String rule(int number) {
    int from = number * BAND;
    String regions = "\"R%d\",\"R%d\"".formatted(number % REGIONS, (number + 3) % REGIONS);
    return """
    <rule id="r%1$d">
      <inputEntry id="a%1$d"><text>[%2$d..%3$d]</text></inputEntry>
      <inputEntry id="b%1$d"><text>%4$s</text></inputEntry>
      <inputEntry id="c%1$d"><text>%5$s</text></inputEntry>
      <outputEntry id="d%1$d"><text>%1$d</text></outputEntry>
      <outputEntry id="f%1$d"><text>"Desk %1$d"</text></outputEntry>
    </rule>
    """
        .formatted(number, from, from + 5 * BAND, regions, number % 3 == 0 ? "" : "\"A\"");
  }
}
