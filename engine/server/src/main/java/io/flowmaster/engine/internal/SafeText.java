package io.flowmaster.engine.internal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * Regular expressions and replacements on text that cannot run for ever, nor fill the memory: a
 * pattern like {@code (a+)+b} takes time that is exponential in the text.
 */
final class SafeText {
  private static final Set<String> METHODS =
      Set.of("matches", "replaceAll", "replaceFirst", "replace", "split");
  private static final long MOST_STEPS = 5_000_000;
  private static final int LONGEST = 1_048_576;

  private SafeText() {}

  static boolean handles(String method, Object[] arguments) {
    boolean two = method.startsWith("replace");
    return METHODS.contains(method)
        && arguments.length == (two ? 2 : 1)
        && (arguments[0] instanceof String || arguments[0] instanceof Character);
  }

  /** What {@link String}'s method of that name gives. */
  static Object call(String text, String method, Object[] arguments) {
    String first = String.valueOf(arguments[0]);
    try {
      return switch (method) {
        case "matches" -> Pattern.compile(first).matcher(new Counted(text)).matches();
        case "split" -> Pattern.compile(first).split(new Counted(text));
        case "replace" ->
            replace(
                text,
                Pattern.compile(first, Pattern.LITERAL),
                Matcher.quoteReplacement(String.valueOf(arguments[1])),
                true);
        default ->
            replace(
                text,
                Pattern.compile(first),
                String.valueOf(arguments[1]),
                method.equals("replaceAll"));
      };
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ELException("The pattern cannot be used: " + e.getMessage());
    } catch (StackOverflowError nested) {
      throw tooLong();
    }
  }

  static String replace(String text, Pattern pattern, String replacement, boolean all) {
    Matcher matcher = pattern.matcher(new Counted(text));
    StringBuilder result = new StringBuilder();
    boolean more = matcher.find();
    while (more) {
      matcher.appendReplacement(result, replacement);
      if (result.length() > LONGEST) {
        throw tooLong();
      }
      more = all && matcher.find();
    }
    return matcher.appendTail(result).toString();
  }

  private static ELException tooLong() {
    return new ELException(
        Violation.message(
            Violation.ENDLESS, "A regular expression takes too long, or makes too long a text."));
  }

  /** Text that counts how often a matcher looks at it. */
  static final class Counted implements CharSequence {
    private final String text;
    private long looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_STEPS) {
        throw tooLong();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
