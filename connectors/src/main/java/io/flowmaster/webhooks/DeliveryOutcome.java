package io.flowmaster.webhooks;

/** What became of a delivery. */
public enum DeliveryOutcome {
  /** A process was started, a message received, or an event published. */
  DONE,
  /** The mapping's condition did not hold. */
  IGNORED,
  /** It could not be handled; the sender may send it again. */
  FAILED
}
