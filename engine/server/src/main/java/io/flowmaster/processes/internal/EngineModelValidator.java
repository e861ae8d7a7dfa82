package io.flowmaster.processes.internal;

import io.flowmaster.calendars.BusinessTimes;
import io.flowmaster.engine.DeploymentRehearsal;
import io.flowmaster.engine.DeploymentRehearsal.Fault;
import io.flowmaster.engine.EngineDefinitions;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.processes.ModelProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine judges whether a bundle deploys; the platform's own rules tell what else is amiss. */
@Component
class EngineModelValidator implements ModelValidator {
  private final DeploymentRehearsal rehearsal;
  private final CurrentActor current;
  private final ModelDanglingCheck dangling;
  private final ModelCalendarCheck calendars;
  private final ModelRules rules = ModelRules.all();

  EngineModelValidator(
      DeploymentRehearsal rehearsal,
      EngineDefinitions engine,
      BusinessTimes times,
      CurrentActor current) {
    this.rehearsal = rehearsal;
    this.current = current;
    this.dangling = new ModelDanglingCheck(engine);
    this.calendars = new ModelCalendarCheck(times);
  }

  @Override
  public List<ModelProblem> check(ModelBundle bundle) {
    ModelInspection inspection = ModelInspection.of(bundle, rules);
    List<ModelProblem> engine = new ArrayList<>();
    if (!inspection.readable().isEmpty()) {
      for (Fault fault : rehearsal.faults(current.tenant(), inspection.readable())) {
        engine.add(problem(inspection, fault));
      }
    }
    List<ModelProblem> own = new ArrayList<>(inspection.found());
    own.addAll(dangling.check(current.tenant(), inspection));
    own.addAll(calendars.check(current.tenant(), inspection));
    return ModelVerdict.of(List.copyOf(bundle.files().keySet()), engine, own);
  }

  private static ModelProblem problem(ModelInspection inspection, Fault fault) {
    Optional<ModelElement> element = inspection.element(fault);
    ModelWording.Said said =
        ModelWording.of(fault, element.map(ModelElement::called).orElse("The model"));
    @Nullable Integer line =
        element.map(ModelElement::line).orElse(fault.line() > 0 ? fault.line() : null);
    @Nullable Integer column =
        element.map(ModelElement::column).orElse(fault.line() > 0 ? fault.column() : null);
    return new ModelProblem(
        fault.file(),
        element.map(ModelElement::id).orElse(fault.elementId()),
        element.map(ModelElement::label).orElse(null),
        ModelProblem.Severity.ERROR,
        said.rule(),
        said.message(),
        line,
        column);
  }
}
