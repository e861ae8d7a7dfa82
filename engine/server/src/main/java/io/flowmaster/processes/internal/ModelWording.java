package io.flowmaster.processes.internal;

import io.flowmaster.engine.DeploymentRehearsal.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives the engine's refusals a stable rule name and a sentence that says what to do. What is not
 * in the list keeps the engine's own words.
 */
final class ModelWording {
  static final String UNKNOWN = "engine";
  private static final String FILE = "engine-messages.tsv";
  private static final int LONGEST = 500;
  private static final List<Entry> ENTRIES = read();

  /** The deployment policy names its rule and says what to do by itself. */
  private static final Pattern POLICY =
      Pattern.compile("Deployment policy \\(([a-z-]+)\\): (.*)", Pattern.DOTALL);

  private ModelWording() {}

  private record Entry(String rule, Pattern pattern, String message) {}

  /** What is said to a person. */
  record Said(String rule, String message) {}

  /**
   * @param it how the sentence calls the element at fault
   */
  static Said of(Fault fault, String it) {
    Matcher policy = POLICY.matcher(fault.message());
    if (policy.matches()) {
      return new Said("policy-" + policy.group(1), capital(shorten(policy.group(2))));
    }
    for (Entry entry : ENTRIES) {
      Matcher found = entry.pattern().matcher(fault.message());
      if (found.find()) {
        return new Said(entry.rule(), capital(shorten(fill(entry.message(), found, it))));
      }
    }
    String words = fault.message().replaceFirst("^cvc-[\\w.-]+: ", "");
    return new Said(
        fault.message().startsWith("cvc-") ? "schema" : UNKNOWN, capital(shorten(words)));
  }

  private static String fill(String message, Matcher found, String it) {
    String filled = message;
    for (int group = 0; group <= found.groupCount(); group++) {
      String value = Objects.requireNonNullElse(found.group(group), "").strip();
      filled = filled.replace("$" + group, shorten(value.replaceFirst("\\.$", ""), 120));
    }
    return filled.replace("{it}", it);
  }

  private static String shorten(String message) {
    return shorten(message, LONGEST);
  }

  private static String shorten(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) + "…" : text;
  }

  private static String capital(String sentence) {
    String text = sentence.isBlank() ? "The engine refuses it." : sentence.strip();
    String start = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return start.endsWith(".") || start.endsWith("…") ? start : start + ".";
  }

  private static List<Entry> read() {
    var stream = Objects.requireNonNull(ModelWording.class.getResourceAsStream(FILE), FILE);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(cells -> new Entry(cells[0], Pattern.compile(cells[1]), cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
