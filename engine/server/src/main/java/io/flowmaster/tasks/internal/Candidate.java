package io.flowmaster.tasks.internal;

/**
 * Somebody who may claim a task.
 *
 * @param kind {@link #GROUP} or {@link #USER}
 */
record Candidate(String kind, String id) {
  static final String GROUP = "group";
  static final String USER = "user";
}
