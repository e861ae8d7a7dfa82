package io.flowmaster.rules.internal;

import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.rules.UnreadableRules;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * Refuses expressions that are sure to loop without end: FEEL builds the list of all results before
 * it goes on, so {@code for a in 1..100000, b in 1..100000 return a} would fill the memory.
 */
final class FeelLoops {
  private static final long MOST = 1_000_000;
  private static final Pattern RANGE =
      Pattern.compile("\\bin\\s+(-?\\d{1,30})\\s*\\.\\.\\s*(-?\\d{1,30})");

  private FeelLoops() {}

  /**
   * @throws UnreadableRules when an expression has constant loops of more than a million rounds
   */
  static void check(DmnModelInstance model) {
    for (Text text : model.getModelElementsByType(Text.class)) {
      if (rounds(text.getTextContent()).compareTo(BigInteger.valueOf(MOST)) > 0) {
        String id =
            text.getParentElement() instanceof DmnElement element && element.getId() != null
                ? element.getId()
                : "?";
        String detail =
            "Element %s loops more than %d times. Make its ranges smaller.".formatted(id, MOST);
        throw new UnreadableRules(detail, List.of(new FieldError("/dmnXml", detail)), List.of(id));
      }
    }
  }

  private static BigInteger rounds(String expression) {
    BigInteger rounds = BigInteger.ONE;
    Matcher range = RANGE.matcher(expression);
    while (range.find()) {
      BigInteger span =
          new BigInteger(range.group(2)).subtract(new BigInteger(range.group(1))).abs();
      rounds = rounds.multiply(span.add(BigInteger.ONE));
    }
    return rounds;
  }
}
