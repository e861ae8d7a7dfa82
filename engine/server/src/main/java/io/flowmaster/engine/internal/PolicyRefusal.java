package io.flowmaster.engine.internal;

import org.camunda.bpm.engine.exception.NotValidException;

/** A model tried at run time what the deployment policy does not allow. */
class PolicyRefusal extends NotValidException {
  private static final long serialVersionUID = 1L;

  PolicyRefusal(String kind, String reason) {
    super(Violation.message(kind, reason));
  }
}
