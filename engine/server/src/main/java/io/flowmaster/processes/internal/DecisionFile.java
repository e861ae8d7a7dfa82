package io.flowmaster.processes.internal;

import io.flowmaster.platform.InvalidValue;
import io.flowmaster.processes.Resource;

/** A DMN file of a draft. */
final class DecisionFile {
  private DecisionFile() {}

  /** Refuses what is not well-formed or not DMN; whether it is sound is validation's business. */
  static void check(Resource file) {
    SafeXml.read(
        file.name(),
        file.content(),
        (namespace, name, attributes, depth) -> {
          boolean dmn = namespace.contains("/DMN/") || namespace.contains("/dmn");
          if (depth == 1 && !(dmn && name.equals("definitions"))) {
            throw new InvalidValue(
                "dmn", file.name() + " is not DMN: its root is not the definitions of DMN.");
          }
        });
  }
}
