package io.flowmaster.rules.internal;

import java.math.BigDecimal;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLiteralExpressionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

/** Values of the compatibility kit: as each evaluator takes them, and whether two are the same. */
final class TckValues {
  private static final BigDecimal CLOSE = new BigDecimal("0.00000001");

  private TckValues() {}

  /** Java's own types only, numbers as doubles: what the stock engine is used to. */
  static @Nullable Object forEngine(@Nullable Object value) {
    if (value instanceof Map<?, ?> members) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      members.forEach((name, member) -> plain.put(String.valueOf(name), forEngine(member)));
      return plain;
    }
    if (value instanceof List<?> elements) {
      List<@Nullable Object> plain = new ArrayList<>();
      elements.forEach(element -> plain.add(forEngine(element)));
      return plain;
    }
    if (value instanceof ComparablePeriod period) {
      return period.asPeriod();
    }
    return value instanceof BigDecimal number ? (Object) number.doubleValue() : value;
  }

  /** A decision's value as the standard defines it: a single output is no context. */
  static @Nullable Object value(DmnDecisionLogicEvaluationEvent event, DecisionOutline outline) {
    if (event instanceof StandardEvent standard) {
      return standard.steps().asked().value();
    }
    if (event instanceof DmnDecisionLiteralExpressionEvaluationEvent literal) {
      return plain(literal.getOutputValue());
    }
    DmnDecisionTableEvaluationEvent table = (DmnDecisionTableEvaluationEvent) event;
    if (outline.isAggregation()) {
      return plain(table.getCollectResultValue());
    }
    List<@Nullable Object> rows = new ArrayList<>();
    table
        .getMatchingRules()
        .forEach(
            rule -> {
              Map<String, @Nullable Object> row = new LinkedHashMap<>();
              rule.getOutputEntries().forEach((name, out) -> row.put(name, plain(out.getValue())));
              rows.add(row.size() == 1 ? row.values().iterator().next() : row);
            });
    return outline.hasManyHits() ? rows : rows.isEmpty() ? null : rows.get(0);
  }

  private static @Nullable Object plain(@Nullable TypedValue value) {
    return value == null ? null : value.getValue();
  }

  static boolean same(@Nullable Object wanted, @Nullable Object got) {
    if (wanted == null || got == null) {
      return wanted == got;
    }
    if (wanted instanceof Number one && got instanceof Number other) {
      return decimal(one).subtract(decimal(other)).abs().compareTo(CLOSE) < 0;
    }
    if (wanted instanceof List<?> list) {
      return got instanceof Collection<?> other && sameElements(list, other);
    }
    if (wanted instanceof Map<?, ?> members) {
      return got instanceof Map<?, ?> other
          && members.keySet().equals(other.keySet())
          && members.entrySet().stream()
              .allMatch(member -> same(member.getValue(), other.get(member.getKey())));
    }
    return text(wanted).equals(text(got));
  }

  private static boolean sameElements(List<?> wanted, Collection<?> got) {
    Iterator<?> other = got.iterator();
    return wanted.size() == got.size() && wanted.stream().allMatch(e -> same(e, other.next()));
  }

  private static BigDecimal decimal(Number number) {
    return Double.isFinite(number.doubleValue())
        ? new BigDecimal(number.toString())
        : BigDecimal.valueOf(Long.MAX_VALUE);
  }

  private static String text(Object value) {
    Object plain = value instanceof ComparablePeriod period ? period.asPeriod() : value;
    if (plain instanceof Period period) {
      return "P" + period.toTotalMonths() + "M";
    }
    return plain instanceof ZonedDateTime time
        ? time.toOffsetDateTime() + "@" + time.getZone()
        : plain.toString();
  }
}
