package io.flowmaster.rules.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flowmaster.rules.internal.CellTest.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValDate;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;

/**
 * A condition column, reduced to sample inputs: each constant of its cells, and one value below,
 * between and above them. No test against constants tells more inputs apart.
 *
 * @param name the member of an example
 * @param samples as JSON
 * @param rules for each sample, the rules whose cell matches it
 * @param opaque rules whose cell compares with more than constants
 */
record SampledColumn(String name, List<JsonNode> samples, List<BitSet> rules, BitSet opaque) {

  /**
   * @param cells the column's cells, in the order of the rules
   * @param allowed the tests that every input passes, null when any input may come
   */
  static SampledColumn of(
      String name,
      @Nullable String type,
      List<String> cells,
      @Nullable String allowed,
      CellCompiler compiler,
      CachedFeelEngine feel) {
    List<Optional<CellTest>> tests = cells.stream().map(cell -> test(cell, compiler)).toList();
    Optional<CellTest> input = allowed == null ? Optional.empty() : test(allowed, compiler);
    List<Val> constants = new ArrayList<>();
    tests.forEach(test -> test.ifPresent(t -> t.constants().forEach(constants::add)));
    input.ifPresent(test -> test.constants().forEach(constants::add));
    List<Object> values = values(type, constants);
    BitSet opaque = new BitSet();
    boolean unknown = values.isEmpty() && !constants.isEmpty();
    List<JsonNode> samples = new ArrayList<>();
    List<BitSet> rules = new ArrayList<>();
    for (Object value : values) {
      Val sample = feel.values().toVal(value);
      if (input.isEmpty() || input.get().test(sample) == Answer.TRUE) {
        samples.add(json(value));
        rules.add(matching(tests, sample));
      }
    }
    for (int rule = 0; rule < tests.size(); rule++) {
      boolean any = tests.get(rule).filter(CellTest.Always.class::isInstance).isPresent();
      opaque.set(rule, tests.get(rule).isEmpty() || unknown && !any);
    }
    if (samples.isEmpty()) {
      samples.add(JsonNodeFactory.instance.nullNode());
      BitSet all = new BitSet();
      all.set(0, tests.size());
      all.andNot(opaque);
      rules.add(all);
    }
    return new SampledColumn(name, samples, rules, opaque);
  }

  private static Optional<CellTest> test(String cell, CellCompiler compiler) {
    return cell.isBlank() || cell.trim().equals("-")
        ? Optional.of(new CellTest.Always())
        : compiler.compile(cell);
  }

  private static BitSet matching(List<Optional<CellTest>> tests, Val sample) {
    BitSet matching = new BitSet();
    for (int rule = 0; rule < tests.size(); rule++) {
      matching.set(
          rule, tests.get(rule).filter(test -> test.test(sample) == Answer.TRUE).isPresent());
    }
    return matching;
  }

  /** Inputs that stand for all; none when the constants are not of one type that is known here. */
  private static List<Object> values(@Nullable String type, List<Val> constants) {
    if ("boolean".equals(type) || all(constants, ValBoolean.class)) {
      return List.of(true, false);
    }
    if (all(constants, ValNumber.class)) {
      boolean whole = "integer".equals(type) || "long".equals(type);
      return numbers(constants, whole);
    }
    if (all(constants, ValString.class)) {
      return texts(constants);
    }
    return all(constants, ValDate.class) ? dates(constants) : List.of();
  }

  private static boolean all(List<Val> constants, Class<? extends Val> type) {
    return !constants.isEmpty() && constants.stream().allMatch(type::isInstance);
  }

  private static List<Object> numbers(List<Val> constants, boolean whole) {
    TreeSet<BigDecimal> bounds = new TreeSet<>();
    constants.forEach(constant -> bounds.add(((ValNumber) constant).value().bigDecimal()));
    List<Object> samples = new ArrayList<>();
    BigDecimal last = null;
    for (BigDecimal bound : bounds) {
      BigDecimal before =
          last == null ? bound.subtract(BigDecimal.ONE) : between(last, bound, whole);
      if (before != null) {
        samples.add(before);
      }
      samples.add(bound);
      last = bound;
    }
    samples.add(bounds.last().add(BigDecimal.ONE));
    return samples;
  }

  private static @Nullable BigDecimal between(BigDecimal low, BigDecimal high, boolean whole) {
    BigDecimal middle = low.add(high).divide(BigDecimal.valueOf(2));
    if (!whole) {
      return middle;
    }
    BigDecimal floor = middle.setScale(0, RoundingMode.FLOOR);
    return floor.compareTo(low) > 0 ? floor : null;
  }

  private static List<Object> texts(List<Val> constants) {
    TreeSet<String> texts = new TreeSet<>();
    constants.forEach(constant -> texts.add(((ValString) constant).value()));
    List<Object> samples = new ArrayList<>(texts);
    String other = "other";
    while (texts.contains(other)) {
      other += "-";
    }
    samples.add(other);
    return samples;
  }

  private static List<Object> dates(List<Val> constants) {
    TreeSet<LocalDate> bounds = new TreeSet<>();
    constants.forEach(constant -> bounds.add(((ValDate) constant).value()));
    List<Object> samples = new ArrayList<>();
    LocalDate last = bounds.first().minusDays(2);
    for (LocalDate bound : bounds) {
      if (last.plusDays(1).isBefore(bound)) {
        samples.add(last.plusDays(1));
      }
      samples.add(bound);
      last = bound;
    }
    samples.add(last.plusDays(1));
    return samples;
  }

  private static JsonNode json(Object value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (value instanceof Boolean flag) {
      return json.booleanNode(flag);
    }
    return value instanceof BigDecimal number
        ? json.numberNode(number)
        : json.textNode(value.toString());
  }
}
