package io.flowmaster.processes.internal;

import io.flowmaster.processes.ModelProblem;
import java.util.List;

/** Finds every fault of what is to be published. */
interface ModelValidator {

  /**
   * All faults at once, in the order of the files and of the elements in them; nothing is changed.
   * The bundle deploys in the current actor's tenant if and only if no fault is {@linkplain
   * ModelProblem#fatal() fatal}. Never throws because of the content.
   *
   * <p>Call it before the transaction that publishes begins: it rehearses the deployment in a
   * transaction of its own, which would wait for the caller's.
   */
  List<ModelProblem> check(ModelBundle bundle);
}
