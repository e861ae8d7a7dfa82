package io.flowmaster.processes.internal;

import io.flowmaster.processes.EscalationStep;
import io.flowmaster.processes.TaskDeclaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a model declares to the platform must be readable and name what is there: the engine takes
 * any property, and what it says would silently not be done.
 */
final class ModelDeclarationRule implements ModelRule {
  static final String FOUR_EYES = "four-eyes";
  static final String DECLARATION = "task-declaration";

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    for (ModelElement process : model.processes()) {
      List<ModelElement> tasks = process.tree().filter(each -> each.is("userTask")).toList();
      Set<@Nullable String> ids =
          tasks.stream().map(ModelElement::id).filter(Objects::nonNull).collect(Collectors.toSet());
      read(process, findings);
      for (ModelElement task : tasks) {
        fourEyes(task, read(task, findings), ids, findings);
      }
    }
  }

  private static TaskDeclaration read(ModelElement element, ModelFindings findings) {
    Map<String, String> properties = properties(element);
    for (String name : properties.keySet()) {
      if (name.startsWith(TaskDeclaration.PREFIX) && !TaskDeclaration.NAMES.contains(name)) {
        findings.warning(
            element,
            "unknown-declaration",
            "%s declares %s, which the platform does not know. Known are %s."
                .formatted(
                    element.called(),
                    name,
                    TaskDeclaration.NAMES.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
    TaskDeclaration declared =
        TaskDeclaration.of(
            properties,
            (name, fault) ->
                findings.error(
                    element,
                    DECLARATION,
                    "%s of %s cannot be read. %s".formatted(name, element.called(), fault)));
    useless(element, declared, findings);
    return declared;
  }

  private static void useless(
      ModelElement element, TaskDeclaration declared, ModelFindings findings) {
    if (declared.due() != null && element.hasCamunda("dueDate")) {
      findings.warning(
          element,
          "due-date-twice",
          "%s has a due date and declares %s, which does not count then. Leave one of them out."
              .formatted(element.called(), TaskDeclaration.DUE));
    }
    List<EscalationStep> late = declared.notFinished();
    boolean needsDue =
        late != null && late.stream().anyMatch(s -> s.from() == EscalationStep.Base.DUE);
    if (needsDue
        && element.is("userTask")
        && declared.due() == null
        && !element.hasCamunda("dueDate")) {
      findings.warning(
          element,
          "escalation-without-due-date",
          "%s escalates after it is due and has no due date. Declare %s, or count \"after creation\"."
              .formatted(element.called(), TaskDeclaration.DUE));
    }
  }

  private static void fourEyes(
      ModelElement task,
      TaskDeclaration declared,
      Set<@Nullable String> ids,
      ModelFindings findings) {
    for (String other : declared.fourEyes()) {
      if (!ids.contains(other)) {
        findings.error(
            task,
            FOUR_EYES,
            "%s must be done by somebody else than \"%s\", which is no user task of this process. Name the id of one in %s."
                .formatted(task.called(), other, TaskDeclaration.FOUR_EYES));
      }
    }
  }

  /** What the element says in {@code camunda:properties}, by name. */
  static Map<String, String> properties(ModelElement element) {
    Map<String, String> properties = new LinkedHashMap<>();
    element.extensions("properties").stream()
        .flatMap(all -> all.children("camunda:property").stream())
        .filter(property -> property.attribute("name") != null)
        .forEach(
            property ->
                properties.put(
                    Objects.requireNonNullElse(property.attribute("name"), ""),
                    Objects.requireNonNullElse(property.attribute("value"), "")));
    return properties;
  }
}
