package io.flowmaster.rules;

/** Where a rule set stands. */
public enum RuleSetStatus {
  /** Never published. */
  DRAFT,
  /** At least one version is published. */
  PUBLISHED,
  /** Put away: it can be read and evaluated, but not changed or published. */
  ARCHIVED
}
