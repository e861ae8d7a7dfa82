package io.flowmaster.engine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges the single attributes and expressions of one file, and collects what is refused. */
final class PolicyFindings {
  private static final int MOST = 200;
  private static final Pattern ONE_NAME = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");
  private final Allowances allowances;
  private final @Nullable String tenant;
  private final JuelRules juel;
  private final FeelRules feel;
  private final List<Violation> found = new ArrayList<>();

  PolicyFindings(Allowances allowances, @Nullable String tenant, JuelRules juel, FeelRules feel) {
    this.allowances = allowances;
    this.tenant = tenant;
    this.juel = juel;
    this.feel = feel;
  }

  /** Where something is. */
  record Place(@Nullable String elementId, int line, int column) {}

  /** What is refused, and why. */
  record Refused(String kind, String reason) {}

  List<Violation> found() {
    return List.copyOf(found);
  }

  PolicyProperties limits() {
    return allowances.limits();
  }

  void refuse(Place place, String kind, String reason) {
    Violation violation =
        new Violation(place.elementId(), place.line(), place.column(), kind, reason);
    if (found.size() < MOST && !found.contains(violation)) {
      found.add(violation);
    }
  }

  void javaClass(Place place, String name) {
    if (!name.isBlank() && !allowances.javaClass(tenant, name)) {
      refuse(
          place,
          Violation.JAVA_CLASS,
          "The Java class %s is not allowed. Use an external task or an expression on variables."
              .formatted(shown(name)));
    }
  }

  /** An expression that is to give a bean which the engine then calls. */
  void delegate(Place place, String expression) {
    Matcher name = ONE_NAME.matcher(expression);
    if (!expression.isBlank() && !(name.matches() && allowances.bean(tenant, name.group(1)))) {
      refuse(
          place,
          Violation.BEAN,
          "The delegate %s is not allowed. Use an external task or an expression on variables."
              .formatted(shown(expression)));
    }
  }

  void connector(Place place, String id) {
    if (!allowances.connector(tenant, id)) {
      refuse(
          place,
          Violation.CONNECTOR,
          "The connector or task type %s is not allowed. Use an external task."
              .formatted(shown(id)));
    }
  }

  /** The format of a script or the language of an expression; true when it may run. */
  boolean language(Place place, String format) {
    boolean allowed = allowances.language(tenant, format);
    if (!allowed) {
      refuse(
          place,
          Violation.SCRIPT,
          "Scripts in %s are not allowed. Write it in FEEL or JUEL, or use an external task."
              .formatted(shown(format)));
    }
    return allowed;
  }

  /** Text that the engine evaluates when it has an expression in it. */
  void juel(Place place, String text) {
    if (text.contains("${") || text.contains("#{")) {
      add(place, juel.refusal(text));
    }
  }

  void feel(Place place, String text, boolean unaryTests) {
    add(place, feel.refusal(text, unaryTests));
  }

  private void add(Place place, Optional<Refused> refusal) {
    refusal.ifPresent(refused -> refuse(place, refused.kind(), refused.reason()));
  }

  static String shown(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return "\"" + (line.length() > 80 ? line.substring(0, 80) + "…" : line) + "\"";
  }
}
