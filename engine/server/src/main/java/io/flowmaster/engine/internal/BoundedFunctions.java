package io.flowmaster.engine.internal;

import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;

/**
 * FEEL's own functions whose cost is not in proportion to what they are given: regular expressions,
 * comparisons of each item with each, numbers with a given scale.
 */
final class BoundedFunctions implements FunctionProvider {
  private static final Set<String> PATTERNS = Set.of("matches", "replace", "split", "extract");
  private static final Set<String> PAIRS =
      Set.of("distinct values", "duplicate values", "union", "mode", "index of", "partition");
  private static final Set<String> SCALES =
      Set.of(
          "decimal",
          "floor",
          "ceiling",
          "round up",
          "round down",
          "round half up",
          "round half down");
  private static final int MOST_PAIRED = 10_000;
  private static final int LARGEST_SCALE = 6_200;
  private static final Map<Character, Integer> FLAGS =
      Map.of(
          's',
          Pattern.DOTALL,
          'm',
          Pattern.MULTILINE,
          'i',
          Pattern.CASE_INSENSITIVE,
          'x',
          Pattern.COMMENTS);
  private final FunctionProvider builtin;

  BoundedFunctions(FunctionProvider builtin) {
    this.builtin = builtin;
  }

  @Override
  public List<ValFunction> getFunctions(String name) {
    java.util.List<ValFunction> bounded = new ArrayList<>();
    if (PATTERNS.contains(name) || PAIRS.contains(name) || SCALES.contains(name)) {
      Iterator<ValFunction> each = builtin.getFunctions(name).iterator();
      while (each.hasNext()) {
        bounded.add(bounded(name, each.next()));
      }
    }
    return CollectionConverters.asScala(bounded).toList();
  }

  @Override
  public Iterable<String> functionNames() {
    return builtin.functionNames();
  }

  private static ValFunction bounded(String name, ValFunction stock) {
    return new ValFunction(
        stock.params(),
        arguments -> {
          java.util.List<Val> given = CollectionConverters.asJava(arguments);
          if (PATTERNS.contains(name) && given.stream().allMatch(ValString.class::isInstance)) {
            return pattern(name, given.stream().map(v -> ((ValString) v).value()).toList());
          }
          given.forEach(argument -> check(name, argument));
          return stock.invoke().apply(arguments);
        },
        stock.hasVarArgs());
  }

  private static void check(String name, Val argument) {
    boolean scale =
        SCALES.contains(name)
            && argument instanceof ValNumber number
            && number.value().abs().bigDecimal().precision() - number.value().bigDecimal().scale()
                > LARGEST_SCALE;
    if (scale || PAIRS.contains(name) && tooMany(argument)) {
      throw new FeelBudget.Spent("the function " + name + " is given too much");
    }
  }

  private static boolean tooMany(Val argument) {
    if (!(argument instanceof ValList list)) {
      return false;
    }
    int count = 0;
    Iterator<Val> each = list.items().iterator();
    while (each.hasNext()) {
      Val item = each.next();
      count += item instanceof ValList inner ? inner.items().size() : 1;
      if (count > MOST_PAIRED) {
        return true;
      }
    }
    return false;
  }

  private static Val pattern(String name, java.util.List<String> given) {
    String text = given.get(0);
    try {
      Pattern pattern = Pattern.compile(given.get(1), flags(name, given));
      SafeText.Counted counted = new SafeText.Counted(text);
      return switch (name) {
        case "matches" -> new ValBoolean(pattern.matcher(counted).find());
        case "replace" -> new ValString(SafeText.replace(text, pattern, given.get(2), true));
        case "split" -> texts(java.util.List.of(pattern.split(counted, -1)));
        default -> texts(pattern.matcher(counted).results().map(r -> r.group()).toList());
      };
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return new ValError("Invalid pattern '" + given.get(1) + "'");
    } catch (StackOverflowError nested) {
      throw new FeelBudget.Spent("a regular expression takes too many steps");
    }
  }

  private static int flags(String name, java.util.List<String> given) {
    int at = name.equals("replace") ? 3 : 2;
    @Nullable String letters = given.size() > at ? given.get(at) : null;
    return letters == null
        ? 0
        : letters.chars().map(c -> FLAGS.getOrDefault((char) c, 0)).reduce(0, (a, b) -> a | b);
  }

  private static Val texts(java.util.List<String> texts) {
    return new ValList(
        CollectionConverters.asScala(texts.stream().<Val>map(ValString::new).toList()).toList());
  }
}
