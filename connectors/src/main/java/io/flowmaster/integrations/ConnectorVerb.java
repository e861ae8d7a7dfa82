package io.flowmaster.integrations;

/** What a connector does, in one word. */
public enum ConnectorVerb {
  /** Asks a service and gives its answer back. */
  CALL,
  /** Tells somebody or something; the answer is no more than that it was taken. */
  SEND,
  /** Puts something where it stays: a file, an object. */
  STORE,
  /** Reads or changes records. */
  QUERY,
  /** Makes one value from another; reaches nobody. */
  TRANSFORM
}
