package io.flowmaster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmaster.engine.VariableCondition.Operator;
import io.flowmaster.platform.InvalidValue;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableConditionTest {

  @Test
  void aValueIsWhatItReadsAs() {
    assertThat(VariableCondition.parse("amount:gt:1000.5"))
        .isEqualTo(new VariableCondition("amount", Operator.GT, new BigDecimal("1000.5")));
    assertThat(VariableCondition.parse("vip:eq:true").value()).isEqualTo(true);
    assertThat(VariableCondition.parse("note:ne:null").value()).isNull();
    assertThat(VariableCondition.parse("code:eq:\"007\"").value()).isEqualTo("007");
    assertThat(VariableCondition.parse("code:eq:007").value()).isEqualTo("007");
    assertThat(VariableCondition.parse("code:like:00*").value()).isEqualTo("00*");
    assertThat(VariableCondition.parse("code:like:42").value()).isEqualTo("42");
    assertThat(VariableCondition.parse("at:lt:2030-01-01T10:00:00Z").value())
        .isEqualTo("2030-01-01T10:00:00Z");
    assertThat(VariableCondition.parse("empty:eq:").value()).isEqualTo("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a:eq", ":eq:1", "a:EQ:1", "a:is:1", "a:gt:true", "a:lt:null"})
  void whatIsNoConditionIsRefused(String text) {
    assertThatThrownBy(() -> VariableCondition.parse(text)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount:gt:1000.5",
        "vip:eq:true",
        "note:ne:null",
        "code:eq:\"42\"",
        "code:like:4*"
      })
  void whatIsWrittenIsReadTheSame(String text) {
    VariableCondition condition = VariableCondition.parse(text);
    assertThat(condition.text()).isEqualTo(text);
    assertThat(VariableCondition.parse(condition.text())).isEqualTo(condition);
  }
}
