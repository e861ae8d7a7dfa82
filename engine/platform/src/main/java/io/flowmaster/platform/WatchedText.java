package io.flowmaster.platform;

import java.util.regex.Pattern;

/**
 * A text of a stranger that a pattern of a stranger is tried on: the pattern has so many looks at
 * it, not more, so that no pattern can take for ever.
 */
public final class WatchedText implements CharSequence {
  private static final int MOST_LOOKS = 200_000;
  private final String text;
  private final int[] looks;
  private final int from;
  private final int to;

  private WatchedText(String text) {
    this(text, new int[1], 0, text.length());
  }

  private WatchedText(String text, int[] looks, int from, int to) {
    this.text = text;
    this.looks = looks;
    this.from = from;
    this.to = to;
  }

  /** The pattern looked too often. */
  public static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMuch() {
      super("the pattern takes too long on this text", null, false, false);
    }
  }

  /**
   * Whether the pattern is found anywhere in the text.
   *
   * @throws TooMuch when that cannot be told with so many looks, or within the thread's stack: a
   *     repeated group goes one call deeper for each character
   */
  public static boolean has(Pattern pattern, String text) {
    try {
      return pattern.matcher(new WatchedText(text)).find();
    } catch (StackOverflowError deep) {
      throw new TooMuch();
    }
  }

  @Override
  public int length() {
    return to - from;
  }

  @Override
  public char charAt(int index) {
    if (++looks[0] > MOST_LOOKS) {
      throw new TooMuch();
    }
    return text.charAt(from + index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new WatchedText(text, looks, from + start, from + end);
  }

  @Override
  public String toString() {
    return text.substring(from, to);
  }
}
