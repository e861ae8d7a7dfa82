package io.flowmaster.tasks.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression as a browser understands it (ECMA-262, section 22.2, no flags): unanchored,
 * UTF-16 units, {@code $} only at the very end. Each search has a budget of steps, so that a
 * pattern that backtracks without end is given up, not waited for.
 */
final class FormPattern {
  private static final int LONGEST = 2_000;
  private static final int STEPS = 2_000_000;

  /** The expression cannot be read, or the search took too many steps. */
  static final class Unusable extends RuntimeException {
    Unusable(String reason) {
      super(reason);
    }
  }

  private FormPattern() {}

  /**
   * Whether the expression is found anywhere in the text.
   *
   * @throws Unusable when it cannot be told
   */
  static boolean found(String expression, String text) {
    if (expression.length() > LONGEST) {
      throw new Unusable("it is longer than " + LONGEST + " characters");
    }
    try {
      String java = new FormPatternReader(FormText.units(expression)).read();
      Matcher matcher = Pattern.compile(java).matcher(new Budgeted(FormText.units(text)));
      return matcher.find();
    } catch (PatternSyntaxException e) {
      throw new Unusable("it is not a regular expression");
    } catch (StackOverflowError e) {
      throw new Unusable("it takes too many steps on this text");
    }
  }

  /** Counts each look at a character: that is what a backtracking search does over and over. */
  private static final class Budgeted implements CharSequence {
    private final CharSequence text;
    private int steps;

    Budgeted(CharSequence text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > STEPS) {
        throw new Unusable("it takes too many steps on this text");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
