package io.flowmaster.registry;

/** Whether something lives. */
public enum LifeStatus {
  /** It answers, or has given a sign of life in time. */
  UP,
  /** It does not. */
  DOWN,
  /** It was not asked yet. */
  UNKNOWN
}
