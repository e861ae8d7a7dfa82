package io.flowmaster.engine.internal;

/** How deep brackets are nested in an expression; parsers take a stack frame or more for each. */
final class Nesting {
  private Nesting() {}

  static int of(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
        case ')', ']', '}' -> depth--;
        default -> {}
      }
    }
    return deepest;
  }
}
