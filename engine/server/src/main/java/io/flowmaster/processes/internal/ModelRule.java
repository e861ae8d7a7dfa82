package io.flowmaster.processes.internal;

/** One thing that can be wrong with a model. */
interface ModelRule {

  /** Reports every place of the model where it is wrong. */
  void check(ModelDocument model, ModelFindings findings);
}
