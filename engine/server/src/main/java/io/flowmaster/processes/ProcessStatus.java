package io.flowmaster.processes;

/** Where a process stands. */
public enum ProcessStatus {
  /** Never published. */
  DRAFT,
  /** Has at least one version that can be started. */
  PUBLISHED,
  /** Put away: it cannot be changed, published or started until it is restored. */
  ARCHIVED
}
