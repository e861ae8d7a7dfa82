package io.flowmaster.platform;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A fact: something that happened in an area, published in the transaction that caused it.
 * Implementations are records in the past tense; each one is written to the audit log by itself.
 */
public interface DomainEvent {
  TenantId tenant();

  /** What it happened to, as {@code kind/id}, for example {@code task/0192…}. */
  @JsonIgnore
  String subject();

  Instant at();
}
