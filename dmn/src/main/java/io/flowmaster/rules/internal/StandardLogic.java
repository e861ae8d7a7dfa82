package io.flowmaster.rules.internal;

import org.camunda.bpm.dmn.engine.DmnDecisionLogic;

/** The logic of a decision, with all that it requires, that the standard's evaluator takes. */
record StandardLogic(StandardModel model, DecisionOutline outline) implements DmnDecisionLogic {}
