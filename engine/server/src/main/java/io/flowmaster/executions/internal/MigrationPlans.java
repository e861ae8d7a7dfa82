package io.flowmaster.executions.internal;

import io.flowmaster.executions.MigrationRefused;
import io.flowmaster.executions.NewMigration.Mapping;
import io.flowmaster.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.springframework.stereotype.Component;

/** The engine's plans: what it matches by itself, except where a mapping says otherwise. */
@Component
class MigrationPlans {
  private final RuntimeService runtime;

  MigrationPlans(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /**
   * @throws MigrationRefused when the mapping does not fit the models
   */
  MigrationPlan plan(String from, String to, List<Mapping> mapping) {
    MigrationPlan equal =
        runtime.createMigrationPlan(from, to).mapEqualActivities().updateEventTriggers().build();
    MigrationPlanBuilder builder = runtime.createMigrationPlan(from, to);
    for (MigrationInstruction matched : equal.getInstructions()) {
      if (mapping.stream().noneMatch(given -> replaces(given, matched))) {
        var instruction =
            builder.mapActivities(matched.getSourceActivityId(), matched.getTargetActivityId());
        builder = matched.isUpdateEventTrigger() ? instruction.updateEventTrigger() : instruction;
      }
    }
    for (Mapping given : mapping) {
      builder = builder.mapActivities(given.from(), given.to());
    }
    try {
      return builder.build();
    } catch (MigrationPlanValidationException e) {
      throw new MigrationRefused(faults(e, mapping));
    }
  }

  private static boolean replaces(Mapping given, MigrationInstruction matched) {
    return given.from().equals(matched.getSourceActivityId())
        || given.to().equals(matched.getTargetActivityId());
  }

  private static List<FieldError> faults(
      MigrationPlanValidationException e, List<Mapping> mapping) {
    List<FieldError> faults = new ArrayList<>();
    for (MigrationInstructionValidationReport report :
        e.getValidationReport().getInstructionReports()) {
      MigrationInstruction faulty = report.getMigrationInstruction();
      int index =
          mapping.indexOf(new Mapping(faulty.getSourceActivityId(), faulty.getTargetActivityId()));
      String pointer = index < 0 ? "/mapping" : "/mapping/" + index;
      report
          .getFailures()
          .forEach(
              failure ->
                  faults.add(
                      new FieldError(pointer, faulty.getSourceActivityId() + ": " + failure)));
    }
    return faults;
  }

  /**
   * Migrates one execution.
   *
   * @throws MigrationRefused when it is where it cannot be migrated
   */
  void execute(MigrationPlan plan, String execution) {
    try {
      runtime.newMigration(plan).processInstanceIds(execution).execute();
    } catch (MigratingProcessInstanceValidationException e) {
      throw new MigrationRefused(why(e.getValidationReport()));
    }
  }

  private static String why(MigratingProcessInstanceValidationReport report) {
    return Stream.of(
            report.getFailures().stream(),
            report.getActivityInstanceReports().stream()
                .flatMap(
                    activity ->
                        activity.getFailures().stream()
                            .map(why -> activity.getSourceScopeId() + ": " + why)),
            report.getTransitionInstanceReports().stream()
                .flatMap(
                    transition ->
                        transition.getFailures().stream()
                            .map(why -> transition.getSourceScopeId() + ": " + why)))
        .flatMap(all -> all)
        .findFirst()
        .orElse("The engine cannot migrate it.");
  }
}
