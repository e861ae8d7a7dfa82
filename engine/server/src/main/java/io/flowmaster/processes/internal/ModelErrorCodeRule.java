package io.flowmaster.processes.internal;

/** An error without a code cannot be told from another. */
final class ModelErrorCodeRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model.running().stream()
        .flatMap(ModelElement::tree)
        .filter(each -> each.is("errorEventDefinition"))
        .flatMap(each -> model.byId(each.attribute("errorRef")).stream())
        .distinct()
        .filter(error -> error.is("error") && ModelElement.blank(error.attribute("errorCode")))
        .forEach(
            error ->
                findings.warning(
                    error,
                    "error-code",
                    "The error %s has no code. Set the code that the process throws and catches."
                        .formatted(error.called())));
  }
}
