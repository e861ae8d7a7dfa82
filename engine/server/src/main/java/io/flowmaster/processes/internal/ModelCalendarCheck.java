package io.flowmaster.processes.internal;

import io.flowmaster.calendars.BusinessTimes;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ModelProblem;
import io.flowmaster.processes.TaskDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds calendars that are named and that the tenant does not have. */
final class ModelCalendarCheck {
  private final BusinessTimes times;

  ModelCalendarCheck(BusinessTimes times) {
    this.times = times;
  }

  List<ModelProblem> check(TenantId tenant, ModelInspection own) {
    Map<String, Boolean> known = new HashMap<>();
    Predicate<String> exists =
        calendar -> known.computeIfAbsent(calendar, name -> times.exists(tenant, name));
    return own.models().stream().flatMap(model -> check(model, exists)).toList();
  }

  private static Stream<ModelProblem> check(ModelDocument model, Predicate<String> exists) {
    ModelFindings findings = new ModelFindings(model.file());
    model.processes().stream()
        .flatMap(ModelElement::tree)
        .filter(element -> element.is("process", "userTask"))
        .forEach(element -> check(element, exists, findings));
    return findings.found().stream();
  }

  private static void check(
      ModelElement element, Predicate<String> exists, ModelFindings findings) {
    String calendar =
        TaskDeclaration.of(ModelDeclarationRule.properties(element), (name, fault) -> {})
            .calendar();
    if (calendar != null && !exists.test(calendar)) {
      findings.warning(
          element,
          "unknown-calendar",
          "%s counts in the calendar \"%s\", which is not there: the default calendar counts instead. Make it, or name one of /calendars in %s."
              .formatted(element.called(), calendar, TaskDeclaration.CALENDAR));
    }
  }
}
