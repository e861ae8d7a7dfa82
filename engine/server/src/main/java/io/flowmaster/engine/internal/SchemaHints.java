package io.flowmaster.engine.internal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes {@code xsi:schemaLocation} from the root element of a model: a parser that validates would
 * look there for the schema of BPMN itself, and not in the engine's jar. Every other character
 * stays where it is, so that lines and columns in complaints stay right.
 */
final class SchemaHints {
  private static final Pattern PROLOG =
      Pattern.compile("(?s)\\A(?:\\xEF\\xBB\\xBF)?(?:\\s++|<\\?.*?\\?>|<!--.*?-->)*+");
  private static final Pattern START_TAG =
      Pattern.compile("<[^\\s>/!?]++(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>");
  private static final Pattern HINT =
      Pattern.compile(
          "\\s[^\\s=\"'<>/:]++:(?:noNamespaceS|s)chemaLocation\\s*+=\\s*+(?:\"[^\"]*+\"|'[^']*+')");

  private SchemaHints() {}

  /**
   * @param model in an encoding that has ASCII in it; in another one it stays as it is
   */
  static byte[] removed(byte[] model) {
    try {
      return removed(new String(model, StandardCharsets.ISO_8859_1))
          .getBytes(StandardCharsets.ISO_8859_1);
    } catch (StackOverflowError tooManyParts) {
      return model;
    }
  }

  private static String removed(String text) {
    Matcher prolog = PROLOG.matcher(text);
    Matcher root = START_TAG.matcher(text);
    if (!prolog.find() || !root.find(prolog.end()) || root.start() != prolog.end()) {
      return text;
    }
    String tag = HINT.matcher(root.group()).replaceAll(hint -> hint.group().replaceAll("\\S", " "));
    return text.substring(0, root.start()) + tag + text.substring(root.end());
  }
}
