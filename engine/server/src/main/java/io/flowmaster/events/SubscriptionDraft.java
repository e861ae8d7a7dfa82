package io.flowmaster.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to be.
 *
 * @param name null to go by its target
 * @param types patterns of types
 * @param filter a FEEL expression; null for none
 * @param sink {@code {url, secret?}}, or one member that names another kind of target
 */
public record SubscriptionDraft(
    @Nullable String name, List<String> types, @Nullable String filter, ObjectNode sink) {
  public SubscriptionDraft {
    types = List.copyOf(types);
  }
}
