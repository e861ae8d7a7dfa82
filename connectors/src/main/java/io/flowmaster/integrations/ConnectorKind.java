package io.flowmaster.integrations;

/** Where a connector comes from. */
public enum ConnectorKind {
  /** The platform's own. */
  BUILT_IN,
  /** From the catalogue of Apache Camel. */
  KAMELET
}
