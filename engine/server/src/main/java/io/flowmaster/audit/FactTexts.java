package io.flowmaster.audit;

import io.flowmaster.platform.DomainEvent;

/** Facts as JSON text without secrets, written once for whoever keeps them. */
public interface FactTexts {
  /** Stands in the place of what is not kept. */
  String MASK = "***";

  /** The fact's members; what is secret or marked is {@link #MASK}. */
  String of(DomainEvent fact);
}
