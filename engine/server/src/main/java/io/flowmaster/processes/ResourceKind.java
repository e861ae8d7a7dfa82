package io.flowmaster.processes;

import java.util.Locale;
import java.util.Optional;

/** What a file of a process is, told by the end of its name. */
public enum ResourceKind {
  BPMN(".bpmn"),
  DMN(".dmn"),
  FORM(".form");

  private final String suffix;

  ResourceKind(String suffix) {
    this.suffix = suffix;
  }

  /** The end of the file's name, with its dot. */
  public String suffix() {
    return suffix;
  }

  /** The kind of a file, or empty when it is none that a process can have. */
  public static Optional<ResourceKind> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (ResourceKind kind : values()) {
      if (lower.endsWith(kind.suffix)) {
        return Optional.of(kind);
      }
    }
    return lower.endsWith(".bpmn20.xml") ? Optional.of(BPMN) : Optional.empty();
  }
}
