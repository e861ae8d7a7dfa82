package io.flowmaster.links.internal;

import io.flowmaster.processes.ModelReference;
import io.flowmaster.processes.ModelReference.Direction;
import io.flowmaster.processes.ProcessReferences.Bundle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says why a link without a target is dangling. */
final class LinkReasons {

  private LinkReasons() {}

  /** Null when it may well be without a target: it comes from outside, or goes there. */
  static @Nullable String missing(ModelReference reference, Bundle bundle) {
    if (reference.dynamic() || reference.direction() == Direction.IN) {
      return null;
    }
    String sort = reference.type().name().toLowerCase(Locale.ROOT);
    return switch (reference.type()) {
      case PROCESS, DECISION, FORM ->
          bound(reference)
              ? "The %s \"%s\" must be deployed together with this process, and is not among its files. Add it, or bind to the latest."
                  .formatted(sort, reference.ref())
              : "No %s with the key \"%s\" is published. Publish it, or correct the key."
                  .formatted(sort, reference.ref());
      case MESSAGE, SIGNAL ->
          receivesItself(reference, bundle)
              ? null
              : "No published process receives the %s \"%s\". Publish one that does, or correct the name."
                  .formatted(sort, reference.ref());
      default -> null;
    };
  }

  /** Whether only what is deployed together counts. */
  static boolean bound(ModelReference reference) {
    return "deployment".equals(reference.binding());
  }

  private static boolean receivesItself(ModelReference sent, Bundle bundle) {
    return bundle.references().stream()
        .anyMatch(
            other ->
                other.direction() == Direction.IN
                    && other.type() == sent.type()
                    && other.ref().equals(sent.ref()));
  }
}
