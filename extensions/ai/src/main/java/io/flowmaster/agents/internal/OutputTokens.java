package io.flowmaster.agents.internal;

import java.util.function.Consumer;

/**
 * Hands on the text of {@code output} while the model still writes the JSON around it. Nothing is
 * handed on when the output is no text; then it is told as a whole in the end.
 */
final class OutputTokens implements Consumer<String> {
  private static final String MEMBER = "\"output\"";
  private static final int LONGEST_ESCAPE = 6;
  private final Consumer<String> listener;
  private final StringBuilder waiting = new StringBuilder();
  private State state = State.BEFORE;

  private enum State {
    BEFORE,
    INSIDE,
    AFTER
  }

  OutputTokens(Consumer<String> listener) {
    this.listener = listener;
  }

  @Override
  public void accept(String piece) {
    if (state == State.AFTER) {
      return;
    }
    waiting.append(piece);
    if (state == State.BEFORE) {
      begin();
    }
    if (state == State.INSIDE) {
      String text = decoded();
      if (!text.isEmpty()) {
        listener.accept(text);
      }
    }
  }

  private void begin() {
    int at = waiting.indexOf(MEMBER);
    if (at < 0) {
      return;
    }
    int next = skipped(at + MEMBER.length());
    if (next < waiting.length() && waiting.charAt(next) == ':') {
      next = skipped(next + 1);
    }
    if (next < waiting.length()) {
      state = waiting.charAt(next) == '"' ? State.INSIDE : State.AFTER;
      waiting.delete(0, next + 1);
    }
  }

  private int skipped(int from) {
    int at = from;
    while (at < waiting.length() && Character.isWhitespace(waiting.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Takes what is complete; an escape that is not waits for its rest. */
  private String decoded() {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < waiting.length()) {
      char next = waiting.charAt(at);
      if (next == '"') {
        state = State.AFTER;
        at = waiting.length();
      } else if (next != '\\') {
        text.append(next);
        at++;
      } else {
        int length = escape(at);
        if (at + length > waiting.length()) {
          break;
        }
        text.append(meant(at));
        at += length;
      }
    }
    waiting.delete(0, at);
    return text.toString();
  }

  private int escape(int at) {
    return at + 1 < waiting.length() && waiting.charAt(at + 1) == 'u' ? LONGEST_ESCAPE : 2;
  }

  private char meant(int at) {
    char code = waiting.charAt(at + 1);
    return switch (code) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode(waiting.substring(at + 2, at + LONGEST_ESCAPE));
      default -> code;
    };
  }

  private static char unicode(String hex) {
    try {
      return (char) Integer.parseInt(hex, 16);
    } catch (NumberFormatException e) {
      return '?';
    }
  }
}
