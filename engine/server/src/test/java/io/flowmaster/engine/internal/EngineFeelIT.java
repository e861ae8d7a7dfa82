package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.ExpressionFailed;
import io.flowmaster.platform.Feel;
import io.flowmaster.testing.PlatformTest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class EngineFeelIT {
  private final Feel feel;
  private final ObjectMapper json;

  EngineFeelIT(Feel feel, ObjectMapper json) {
    this.feel = feel;
    this.json = json;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "order.total * 2 | 21",
        "order.lines[price > 3].name | [\"b\"]",
        "{sum: sum(order.lines.price), day: date(\"2026-12-01\")} | {\"sum\":7,\"day\":\"2026-12-01\"}",
        "duration(\"PT90M\") | \"PT1H30M\"",
        "if order.open then \"yes\" else null | \"yes\"",
        "nothing | null"
      })
  void plainJsonGoesInAndComesOut(String expression, String expected)
      throws JsonProcessingException {
    JsonNode order =
        json.readTree(
            """
            {"total": 10.5, "open": true, "lines": [{"name": "a", "price": 3}, {"name": "b", "price": 4}]}
            """);
    assertThat(feel.evaluate(expression, Map.of("order", order))).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 +",
        "for i in 1..100000000 return i",
        "function(x) external { java: { class: \"java.lang.System\", method signature: \"exit(int)\" } }"
      })
  void whatIsWrongOrNeverEndsIsSaid(String expression) {
    assertThatThrownBy(() -> feel.evaluate(expression, Map.of()))
        .isInstanceOf(ExpressionFailed.class);
  }
}
