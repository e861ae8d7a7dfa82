package io.flowmaster.knowledge;

/** How far a source is. */
public enum SourceStatus {
  /** Kept; it can be found when it is ready. */
  PREPARING,
  /** It can be found. */
  READY,
  /** It could not be made ready; its cause says why. */
  FAILED
}
