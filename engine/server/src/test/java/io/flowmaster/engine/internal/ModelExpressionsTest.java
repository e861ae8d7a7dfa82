package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmaster.engine.internal.PolicyProperties.Allowance;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticApplicationContext;

/** What JUEL does at run time, whatever let the model in. */
class ModelExpressionsTest {
  private final StaticApplicationContext context = new StaticApplicationContext();

  /** A bean that an administrator may allow. */
  public static class Pricing {
    public int offer(int amount) {
      return amount / 2;
    }

    public Object secret() {
      return new Thread();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass()}",
        "${''.class}",
        "${''[dynamic]}",
        "${text.getClass().forName('java.lang.Runtime')}",
        "${list.getClass()}",
        "${map.getClass()}",
        "${json.getClass()}",
        "${date.getClass()}",
        "${number.class}",
        "${thread.start()}",
        "${thread.name}",
        "${json.mapTo('java.util.HashMap')}",
        "${json.unwrap()}",
        "${list.add('x')}",
        "${map.put('a', 1)}",
        "${text.repeat(2000000000)}",
        "${text.getBytes()}",
        "${pricing.offer(10)}",
        "${pricing}",
        "${list.stream()}",
        "${list.iterator()}",
        "${json.jsonPath('$[?(@.a =~ /(a+)+b/)]')}",
        "${long.matches('.*.*.*.*.*.*.*.*b')}",
        "${long.replaceAll('.*.*.*.*.*.*.*.*b', 'x')}",
        "${long.split('.*.*.*.*.*.*.*.*b')}",
        "${huge.replace('a', huge)}",
        "${huge.concat(huge)}",
        "${lang:import('java.lang.System')}"
      })
  void javaIsOutOfReach(String expression) {
    assertThatThrownBy(() -> value(expression, Set.of())).isInstanceOf(ELException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${text.length()} | 5",
        "${text.toUpperCase()} | HELLO",
        "${text.replace('l', 'L')} | heLLo",
        "${text.matches('h.*o')} | true",
        "${text.replaceAll('[el]+', '-')} | h-o",
        "${text.split('l')[0]} | he",
        "${text.concat('!')} | hello!",
        "${list[1]} | b",
        "${list.size()} | 2",
        "${list.contains('a')} | true",
        "${map.a} | 1",
        "${map['a']} | 1",
        "${map.get('a')} | 1",
        "${map.class} | economy",
        "${json.class} | first",
        "${json.prop('class').stringValue()} | first",
        "${json.jsonPath('$.class').stringValue()} | first",
        "${number.intValue() + 1} | 43",
        "${number.add(number)} | 84",
        "${date.getTime()} | 0",
        "${date.time} | 0",
        "${day.plusDays(1).getYear()} | 2026",
        "${day.plusDays(1).dayOfMonth} | 2"
      })
  void valuesCanBeUsed(String expression, String expected) {
    assertThat(String.valueOf(value(expression, Set.of()))).isEqualTo(expected);
  }

  @Test
  void aBeanThatIsAllowedCanBeCalledButNotWhatItGives() {
    assertThat(value("${pricing.offer(10)}", Set.of("pricing"))).isEqualTo(5);
    assertThatThrownBy(() -> value("${pricing.getClass()}", Set.of("pricing")))
        .isInstanceOf(ELException.class);
    assertThatThrownBy(() -> value("${pricing.secret().start()}", Set.of("pricing")))
        .isInstanceOf(ELException.class);
  }

  private Object value(String expression, Set<String> beans) {
    if (!context.containsBean("pricing")) {
      context.getBeanFactory().registerSingleton("pricing", new Pricing());
    }
    Allowance allowed = new Allowance(beans, Set.of(), Set.of(), Set.of());
    ModelExpressions expressions =
        new ModelExpressions(new Allowances(ModelPolicyTest.limits(allowed, Map.of())), context);
    return expressions
        .createValueExpression(expression)
        .getValue(
            expressions.createElContext(
                Variables.createVariables()
                    .putValue("text", "hello")
                    .putValue("dynamic", "class")
                    .putValue("list", new ArrayList<>(List.of("a", "b")))
                    .putValue("map", new HashMap<>(Map.of("a", 1, "class", "economy")))
                    .putValue("json", Spin.JSON("{\"class\":\"first\",\"a\":\"aaaa\"}"))
                    .putValue("number", new java.math.BigDecimal("42"))
                    .putValue("date", new Date(0))
                    .putValue("day", java.time.LocalDate.of(2026, 1, 1))
                    .putValue("long", "a".repeat(40) + "!")
                    .putValue("huge", "a".repeat(600_000))
                    .putValue("thread", new Thread())
                    .asVariableContext()));
  }
}
