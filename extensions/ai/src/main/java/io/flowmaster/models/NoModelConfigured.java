package io.flowmaster.models;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A language model is needed and none is configured. */
public class NoModelConfigured extends Problem {
  public NoModelConfigured() {
    super(
        ProblemKind.UNAVAILABLE,
        "no-model-configured",
        "No language model is configured: set flowmaster.models.providers.<name>.type and .api-key"
            + " or .base-url.");
  }
}
