package io.flowmaster.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A tool's call.
 *
 * @param arguments as the tool's input schema has them
 * @param key the same key has one effect however often it is called; null for none
 * @param dryRun whether only to tell what would happen; tools whose {@link
 *     ToolDescription.Effects#dryRun()} is false refuse it unless they are read-only
 * @param progress where a long call says how far it is, and asks whether it is still wanted
 */
public record ToolCall(
    ObjectNode arguments, @Nullable String key, boolean dryRun, ToolProgress progress) {

  /** A call that nobody watches. */
  public static ToolCall of(ObjectNode arguments, @Nullable String key) {
    return new ToolCall(arguments, key, false, ToolProgress.NONE);
  }
}
