package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Problem.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The same table runs against form-js itself: {@code npm test} in {@code src/test/js}. */
class FormValidatorTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), ZoneOffset.UTC);
  private static final FormFeel FEEL =
      new FormFeel(JSON, CLOCK, now -> FeelEngineBuilder.forJava().withClock(now::get).build());
  private final FormValidator validator = new FormValidator(FEEL, CLOCK);

  @AfterAll
  static void stop() {
    FEEL.destroy();
  }

  @TestFactory
  Stream<DynamicTest> theServerJudgesAsTheBrowserDoesOrStricter() throws IOException {
    try (InputStream table = FormValidatorTest.class.getResourceAsStream("/forms/cases.json")) {
      JsonNode cases = JSON.readTree(table);
      assertThat(cases.size()).isGreaterThanOrEqualTo(80);
      return StreamSupport.stream(cases.spliterator(), false)
          .map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> check(c)));
    }
  }

  private void check(JsonNode one) {
    Map<String, JsonNode> submitted = members(one.path("submission"));
    Map<String, JsonNode> context = members(one.path("context"));
    List<FieldError> errors = validator.validate(schema(one), submitted, context);
    assertThat(new TreeSet<>(errors.stream().map(FieldError::pointer).toList()))
        .as(errors.toString())
        .isEqualTo(new TreeSet<>(strings(one.path("errors"))));
    if (one.has("accepted")) {
      JsonNode accepted = JSON.valueToTree(validator.accepted(schema(one), submitted, context));
      assertThat(FormOptions.same(accepted, one.get("accepted"))).as(accepted.toString()).isTrue();
    }
  }

  @Test
  void aPatternThatBacktracksWithoutEndIsGivenUp() {
    JsonNode schema =
        json(
            "{'components':[{'type':'textfield','key':'a','validate':{'pattern':'^(.*a){20}$'}}]}");
    String evil = "a".repeat(60) + "!";
    assertThat(validator.validate(schema, Map.of("a", JSON.valueToTree(evil)), Map.of()))
        .singleElement()
        .satisfies(e -> assertThat(e.detail()).contains("too many steps"));
  }

  @Test
  void anExpressionThatWouldLoopWithoutEndHasNoValue() {
    JsonNode schema =
        json(
            "{'components':[{'type':'textfield','key':'a','validate':{'required':true},"
                + "'conditional':{'hide':'=count(for i in 1..1000000000 return i) > 0'}}]}");
    assertThat(validator.validate(schema, Map.of(), Map.of())).hasSize(1);
  }

  @Test
  void moreRowsThanAnyFormNeedsAreRefused() {
    JsonNode schema =
        json(
            "{'components':[{'type':'dynamiclist','path':'rows','components':[{'type':'number','key':'n'}]}]}");
    JsonNode rows = JSON.valueToTree(Stream.generate(Map::of).limit(1_001).toList());
    assertThat(validator.validate(schema, Map.of("rows", rows), Map.of()))
        .extracting(FieldError::pointer)
        .containsExactly("/variables/rows");
  }

  private static JsonNode schema(JsonNode one) {
    return JSON.createObjectNode().put("type", "default").set("components", one.get("components"));
  }

  private static Map<String, JsonNode> members(JsonNode node) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    node.properties().forEach(m -> members.put(m.getKey(), m.getValue()));
    return members;
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
