package io.flowmaster.rules.internal;

import io.flowmaster.rules.EvaluatorChoice;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model's root element says about where it comes from.
 *
 * @param asked the evaluator that the model itself asks for, by {@code evaluator} in our namespace
 * @param camunda made by or for Camunda or one of its forks, whose tables have meanings of their
 *     own
 * @param standard made for DMN as the standard has it: by another tool, or in a version that
 *     Camunda's tools do not write
 */
record ModelMarks(EvaluatorChoice asked, boolean camunda, boolean standard) {
  static final String NAMESPACE = "https://flowmaster.io/dmn";
  private static final Pattern ROOT =
      Pattern.compile("<(?:[\\w.-]+:)?definitions\\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([\\w.:-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern MAKERS =
      Pattern.compile("camunda|operaton|flowable|bpmn\\.io|dmn-js|flowmaster\\.io/rules");
  private static final Pattern RECENT = Pattern.compile("/DMN/20(?:21|23|24)\\d+/MODEL/?");
  private static final Pattern EVALUATOR = Pattern.compile("(?:[\\w.-]+:)evaluator");

  /** Reads only the root's start tag; the model is known to be well-formed. */
  static ModelMarks of(String xml) {
    Matcher root = ROOT.matcher(xml.replaceAll("(?s)<!--.*?-->", ""));
    EvaluatorChoice asked = EvaluatorChoice.AUTO;
    boolean camunda = false;
    boolean standard = false;
    Matcher attribute = ATTRIBUTE.matcher(root.find() ? root.group() : "");
    while (attribute.find()) {
      String name = attribute.group(1);
      String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
      if (EVALUATOR.matcher(name).matches()) {
        asked = choice(value);
      }
      boolean made =
          name.startsWith("xmlns") || name.equals("exporter") || name.equals("namespace");
      if (made && MAKERS.matcher(value.toLowerCase(Locale.ROOT)).find()) {
        camunda = true;
      }
      standard |= name.equals("exporter") && !value.isBlank();
      standard |= name.startsWith("xmlns") && RECENT.matcher(value).find();
    }
    return new ModelMarks(asked, camunda, standard && !camunda);
  }

  private static EvaluatorChoice choice(String value) {
    for (EvaluatorChoice choice : EvaluatorChoice.values()) {
      if (choice.name().equalsIgnoreCase(value.trim())) {
        return choice;
      }
    }
    return EvaluatorChoice.AUTO;
  }

  /** The same model, asking for this evaluator. */
  static String asking(String xml, EvaluatorChoice choice) {
    Matcher root = ROOT.matcher(xml);
    if (!root.find() || of(xml).asked() == choice) {
      return xml;
    }
    String bare =
        root.group()
            .replaceAll("\\s+[\\w.-]+:evaluator\\s*=\\s*(?:\"[^\"]*\"|'[^']*')", "")
            .replaceAll("\\s+xmlns:flowmaster\\s*=\\s*(?:\"[^\"]*\"|'[^']*')", "");
    String asking =
        choice == EvaluatorChoice.AUTO
            ? bare
            : bare.replaceFirst(
                "definitions\\b",
                "definitions xmlns:flowmaster=\"%s\" flowmaster:evaluator=\"%s\""
                    .formatted(NAMESPACE, choice));
    return xml.substring(0, root.start()) + asking + xml.substring(root.end());
  }
}
