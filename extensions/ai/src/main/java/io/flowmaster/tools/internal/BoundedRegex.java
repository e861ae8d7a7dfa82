package io.flowmaster.tools.internal;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/** A pattern of a stranger's schema on a stranger's text: it has so many looks, not more. */
final class BoundedRegex implements RegularExpression {
  private static final int MOST_LOOKS = 200_000;
  private final Pattern pattern;

  BoundedRegex(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  @Override
  public boolean matches(String value) {
    try {
      return pattern.matcher(new Watched(value, new int[1], 0, value.length())).find();
    } catch (StackOverflowError deep) {
      // A repeated group goes one call deeper for each character.
      throw new TooManyLooks();
    }
  }

  /** The pattern looked too often. */
  static final class TooManyLooks extends RuntimeException {
    TooManyLooks() {
      super("the pattern takes too long on this text", null, false, false);
    }
  }

  private record Watched(String text, int[] looks, int from, int to) implements CharSequence {
    @Override
    public int length() {
      return to - from;
    }

    @Override
    public char charAt(int index) {
      if (++looks[0] > MOST_LOOKS) {
        throw new TooManyLooks();
      }
      return text.charAt(from + index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Watched(text, looks, from + start, from + end);
    }

    @Override
    public String toString() {
      return text.substring(from, to);
    }
  }
}
