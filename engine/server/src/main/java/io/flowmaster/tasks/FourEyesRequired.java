package io.flowmaster.tasks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Map;

/** The model wants somebody else for this task, because of what the person did in the execution. */
public final class FourEyesRequired extends Problem {

  /**
   * @param person who may not do it
   * @param done what that person did, by its name in the model
   * @param activityId its BPMN id
   */
  public FourEyesRequired(String person, String done, String activityId) {
    super(
        ProblemKind.CONFLICT,
        "four-eyes",
        "%s has done \"%s\" in this execution, so somebody else must do this task. Leave it to another candidate, or have a manager assign it to one."
            .formatted(person, done),
        List.of(),
        Map.of("person", person, "activityId", activityId));
  }
}
