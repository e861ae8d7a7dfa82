package io.flowmaster.registry;

/** What is up, as the current tenant may know it. */
public interface HealthReport {

  /** As it is now. */
  PlatformHealth read();
}
