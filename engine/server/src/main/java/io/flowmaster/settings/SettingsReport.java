package io.flowmaster.settings;

/** Tells what the platform runs with. */
public interface SettingsReport {

  /** The settings of the node that answers. */
  PlatformSettings read();
}
