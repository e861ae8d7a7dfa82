package io.flowmaster.documents;

/** How far a document is. */
public enum DocumentStatus {
  /** Kept, not yet read. */
  RECEIVED,
  /** Being read. */
  PROCESSING,
  /** Read. */
  READY,
  /** Could not be read; its cause says why. */
  FAILED
}
