package io.flowmaster.prompts.internal;

import io.flowmaster.prompts.PromptRef;

/**
 * What stands in {@code {{> …}}}.
 *
 * @param name the included prompt's
 * @param pin a version or a label; empty for what is in production, else the latest
 */
record Include(String name, String pin) {

  static Include of(String text) {
    int at = text.lastIndexOf('@');
    return at < 0
        ? new Include(text.strip(), "")
        : new Include(text.substring(0, at).strip(), text.substring(at + 1).strip());
  }

  PromptRef ref() {
    if (pin.isEmpty()) {
      return new PromptRef(name, null, null, null);
    }
    return pin.matches("\\d{1,9}")
        ? PromptRef.version(name, Integer.parseInt(pin))
        : PromptRef.label(name, pin, null);
  }
}
