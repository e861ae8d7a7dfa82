package io.flowmaster.rules.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.AnyHitPolicyHandler;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.CollectCountHitPolicyHandler;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.CollectHitPolicyHandler;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.CollectMaxHitPolicyHandler;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.CollectMinHitPolicyHandler;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.CollectSumHitPolicyHandler;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.FirstHitPolicyHandler;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.RuleOrderHitPolicyHandler;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.UniqueHitPolicyHandler;
import org.camunda.bpm.dmn.engine.impl.spi.hitpolicy.DmnHitPolicyHandler;
import org.camunda.bpm.dmn.engine.impl.spi.type.DmnTypeDefinition;
import org.camunda.bpm.dmn.engine.impl.type.DefaultDataTypeTransformerRegistry;
import org.camunda.bpm.dmn.engine.impl.type.DefaultTypeDefinition;
import org.camunda.bpm.dmn.engine.impl.type.DmnTypeDefinitionImpl;

/** Decision tables and inputs of every kind, the same for the same seed. */
final class RandomTables {
  private static final List<String> INPUT_TYPES =
      List.of("", "", "", "", "", "", "string", "string", "integer", "long", "double", "date");
  private static final List<String> OUTPUT_TYPES =
      List.of("", "", "", "", "string", "string", "integer", "double", "boolean", "date");
  private static final List<DmnHitPolicyHandler> POLICIES =
      List.of(
          new UniqueHitPolicyHandler(),
          new FirstHitPolicyHandler(),
          new FirstHitPolicyHandler(),
          new AnyHitPolicyHandler(),
          new RuleOrderHitPolicyHandler(),
          new CollectHitPolicyHandler(),
          new CollectSumHitPolicyHandler(),
          new CollectMinHitPolicyHandler(),
          new CollectMaxHitPolicyHandler(),
          new CollectCountHitPolicyHandler());
  private static final List<DmnHitPolicyHandler> LENIENT_POLICIES =
      List.of(
          new FirstHitPolicyHandler(),
          new RuleOrderHitPolicyHandler(),
          new CollectCountHitPolicyHandler());
  private static final List<String> INPUTS =
      List.of(
          "x0", "x0", "x0", "x1", "x1", "x2", "c.x", "c.y.z", "x0 + 1", "missing", "\"b\"", "-3",
          "null", "foo(x0)");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "4",
          "2.0",
          "2.50",
          "-1",
          "- 1",
          "1e2",
          "10000000000000000000",
          "0.1");
  private static final List<String> STRINGS =
      List.of("\"a\"", "\"b\"", "\"B\"", "\"\"", "\"ä\\\"\\n\"", "\"1\"", "\"a,b\"", "\"true\"");
  private static final List<String> TIMES =
      List.of(
          "date(\"2024-02-29\")",
          "@\"2024-03-01\"",
          "date(\"nonsense\")",
          "time(\"10:00:00\")",
          "@\"10:30:00\"",
          "time(\"10:00:00+02:00\")",
          "@\"10:00:00@Europe/Paris\"",
          "date and time(\"2024-02-29T10:00:00\")",
          "date and time(\"2024-02-29T10:00:00Z\")",
          "date and time(\"2024-02-29T11:00:00\")",
          "@\"2024-02-29T11:00:00@Europe/Paris\"",
          "duration(\"P1D\")",
          "@\"PT36H\"",
          "duration(\"P1Y\")",
          "@\"P12M\"",
          "duration(\"-PT1H\")");
  private static final List<String> LITERALS =
      Stream.of(NUMBERS, STRINGS, TIMES, List.of("true", "false", "null"))
          .flatMap(List::stream)
          .toList();
  private static final List<List<String>> FAMILIES =
      List.of(NUMBERS, NUMBERS, STRINGS, STRINGS, TIMES, LITERALS);
  private static final List<String> ASKED =
      List.of(
          "? > 1",
          "? = x1",
          "x1",
          "> x1",
          "not(x1)",
          "[x1..3]",
          "contains(?, \"a\")",
          "[1, x1]",
          "if ? = 1 then true else false",
          "1 + 1",
          "list contains([1, 2], ?)",
          "not(not(1))",
          "cellInput = 2",
          "{a: 1}",
          "is defined(?)",
          "(1)",
          "[[1]]",
          "? in [1..3]",
          "\"a\" + \"b\"",
          "x0, 1",
          "c.x",
          "c");
  private static final List<String> FAILING =
      List.of("< > 3", "foo(?)", "assert(?, ? = 1)", "\"a", "> 1 and < 3");
  private static final List<String> CONCLUSIONS =
      List.of("x0", "1 / 0", "1 / 3", "[1, 2]", "{a: x0}", "foo(1)", "((", "c.x", "x1 + 1", "?");
  private final Random random;
  private final boolean failing;
  private final List<String> literals;

  /**
   * @param failing whether some cells cannot be read, values have the wrong type, and hit policies
   *     may be violated
   */
  RandomTables(long seed, boolean failing) {
    this.random = new Random(seed);
    this.failing = failing;
    this.literals = one(FAMILIES);
  }

  /** A decision table, as the engine makes it of a model. */
  DmnDecision table(int mostColumns, int mostRules) {
    DmnDecisionTableImpl table = new DmnDecisionTableImpl();
    table.setHitPolicyHandler(one(failing ? POLICIES : LENIENT_POLICIES));
    int columns = 1 + random.nextInt(mostColumns);
    for (int i = 0; i < columns; i++) {
      table.getInputs().add(input("i" + i));
    }
    int outputs = random.nextInt(5) == 0 ? 2 : 1;
    for (int i = 0; i < outputs; i++) {
      table.getOutputs().add(output("o" + i));
    }
    int rules = 1 + random.nextInt(mostRules);
    for (int number = 0; number < rules; number++) {
      DmnDecisionTableRuleImpl rule = new DmnDecisionTableRuleImpl();
      rule.setId("r" + number);
      table.getInputs().forEach(input -> rule.getConditions().add(expression(cell())));
      table.getOutputs().forEach(output -> rule.getConclusions().add(expression(conclusion())));
      table.getRules().add(rule);
    }
    DmnDecisionImpl decision = new DmnDecisionImpl();
    decision.setKey("d");
    decision.setDecisionLogic(table);
    return decision;
  }

  private DmnDecisionTableInputImpl input(String id) {
    DmnDecisionTableInputImpl input = new DmnDecisionTableInputImpl();
    input.setId(id);
    if (random.nextInt(20) == 0) {
      input.setInputVariable(one(List.of("x1", "inputVariableName")));
    }
    if (random.nextInt(60) > 0) {
      input.setExpression(expression(one(INPUTS)));
      input.getExpression().setTypeDefinition(type(failing ? one(INPUT_TYPES) : ""));
    }
    return input;
  }

  private DmnDecisionTableOutputImpl output(String name) {
    DmnDecisionTableOutputImpl output = new DmnDecisionTableOutputImpl();
    output.setId(name);
    output.setOutputName(name);
    output.setTypeDefinition(type(failing ? one(OUTPUT_TYPES) : ""));
    return output;
  }

  private static DmnTypeDefinition type(String name) {
    return name.isEmpty()
        ? new DefaultTypeDefinition()
        : new DmnTypeDefinitionImpl(
            name, new DefaultDataTypeTransformerRegistry().getTransformer(name));
  }

  private static DmnExpressionImpl expression(String text) {
    DmnExpressionImpl expression = new DmnExpressionImpl();
    expression.setExpression(text);
    return expression;
  }

  private String cell() {
    return switch (random.nextInt(16)) {
      case 0, 1 -> "-";
      case 2 -> "";
      case 3 -> one(failing && random.nextInt(6) == 0 ? FAILING : ASKED);
      case 4 -> "not(" + test() + ")";
      case 5 -> "not(" + test() + ", " + test() + ")";
      case 6, 7 -> test() + "," + test();
      case 8 -> test() + ", " + test() + ", " + test();
      default -> test();
    };
  }

  private String test() {
    return switch (random.nextInt(10)) {
      case 0, 1 -> one(List.of("<", "<=", ">", ">=")) + " " + literal();
      case 2, 3 -> range(literal(), literal());
      case 4 -> "[" + literal() + ", " + literal() + "]";
      default -> literal();
    };
  }

  private String literal() {
    return one(random.nextInt(12) == 0 ? LITERALS : literals);
  }

  private String range(String from, String to) {
    return one(List.of("[", "]", "(")) + from + ".." + to + one(List.of("]", "[", ")"));
  }

  private String conclusion() {
    return switch (random.nextInt(8)) {
      case 0 -> failing ? one(CONCLUSIONS) : "x0";
      case 1 -> "";
      case 2, 3, 4 -> String.valueOf(random.nextInt(3));
      default -> one(LITERALS);
    };
  }

  /** Variables for such a table: any of them may be missing. */
  Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    for (String name : List.of("x0", "x1", "x2")) {
      if (random.nextInt(12) > 0) {
        variables.put(name, random.nextInt(3) == 0 ? value(0) : fitting());
      }
    }
    if (random.nextInt(20) == 0) {
      variables.put("x2", one(List.of('a', (byte) 2, new Object[] {1}, Thread.State.NEW)));
    }
    Map<String, Object> context = new HashMap<>();
    context.put("x", random.nextBoolean() ? fitting() : value(1));
    context.put("y", random.nextBoolean() ? Map.of("z", 2) : value(1));
    variables.put("c", random.nextInt(8) == 0 ? value(0) : context);
    return variables;
  }

  /** A value of the type that most cells compare with. */
  private Object fitting() {
    if (literals == NUMBERS) {
      return random.nextInt(5);
    } else if (literals == STRINGS) {
      return one(List.of("a", "b", "B", "1", "a,b"));
    }
    return value(0);
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth > 1 ? 30 : 34)) {
      case 0 -> null;
      case 1, 2, 3, 4, 5 -> random.nextInt(6) - 1;
      case 6 -> (long) random.nextInt(4);
      case 7 -> random.nextInt(8) / 2.0;
      case 8 -> new BigDecimal(one(List.of("2.00", "0.1", "2.5", "1e400", "-0")));
      case 9 -> new BigInteger(one(List.of("2", "10000000000000000000")));
      case 10 -> (short) 2;
      case 11 -> one(List.of(2.5f, Float.NaN, 0.1f));
      case 12 ->
          one(
              List.of(
                  Double.NaN, Double.NEGATIVE_INFINITY, -0.0, 1e300, 0x1p60, 0x1p53, 1e15 + 0.5));
      case 13, 14, 15 -> one(List.of("a", "b", "B", "", "1", "ä\"\n", "a,b", "true", "2.5"));
      case 16, 17 -> random.nextBoolean();
      case 18 -> LocalDate.of(2024, 2, 28).plusDays(random.nextInt(4));
      case 19 -> LocalTime.of(10, 30 * random.nextInt(2));
      case 20 -> LocalDateTime.of(2024, 2, 29, 10 + random.nextInt(2), 0);
      case 21 ->
          LocalDateTime.of(2024, 2, 29, 10 + random.nextInt(2), 0)
              .atZone(one(List.of(ZoneId.of("Z"), ZoneId.of("Europe/Paris"))));
      case 22 -> OffsetTime.parse(one(List.of("10:00:00+02:00", "09:00:00+01:00")));
      case 23 -> one(List.of(Duration.ofDays(1), Duration.ofHours(36), Duration.ofHours(-1)));
      case 24 -> one(List.of(Period.ofMonths(12), Period.ofYears(1), Period.ofMonths(2)));
      case 25 -> Date.from(Instant.parse("2024-02-29T1" + random.nextInt(2) + ":00:00Z"));
      case 26 -> DayOfWeek.of(1 + random.nextInt(2));
      case 27 -> ZonedDateTime.parse("2024-02-29T11:00:00+01:00").toOffsetDateTime();
      case 28 -> new IllegalStateException("a value");
      case 29 -> "a".repeat(random.nextInt(3));
      case 30 -> new ArrayList<>(Arrays.asList(value(depth + 1), value(depth + 1)));
      case 31 -> List.of(1, random.nextInt(3));
      case 32 -> Collections.singletonMap("x", value(depth + 1));
      default -> List.of();
    };
  }

  private <T> T one(List<? extends T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
