package io.flowmaster.engine.internal;

import org.jspecify.annotations.Nullable;

/**
 * Something in a model that the deployment policy refuses.
 *
 * @param elementId the XML id of the element; null when the file as a whole is refused
 * @param line where it is, from 1; 0 when unknown
 * @param column likewise
 * @param kind what kind of thing it is, as rules are named
 * @param reason a sentence for the model's author, that says what to do instead
 */
record Violation(@Nullable String elementId, int line, int column, String kind, String reason) {
  static final String JAVA_CLASS = "java-class";
  static final String BEAN = "bean";
  static final String SCRIPT = "script";
  static final String CONNECTOR = "connector";
  static final String REFLECTION = "reflection";
  static final String FEEL_JAVA = "feel-java";
  static final String ENDLESS = "endless";
  static final String XML = "xml";
  static final String SIZE = "size";
  static final String CASE = "case-model";

  /** What a caller of the engine reads. */
  String message() {
    return message(kind, reason);
  }

  static String message(String kind, String reason) {
    return "Deployment policy (" + kind + "): " + reason;
  }
}
