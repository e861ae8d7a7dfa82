package io.flowmaster.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What callers are told of a tool.
 *
 * @param name stable, one in the tenant: a letter, then letters, digits, {@code _} and {@code -},
 *     at most 64, which is what language models take
 * @param title for people, at most 200 characters
 * @param text what it does, when to use it, what comes back; a model decides by it
 * @param inputSchema the JSON Schema (2020-12) of its arguments, an object
 * @param outputSchema the JSON Schema of {@link ToolOutcome#value()}, an object; null when not told
 * @param effects what a call causes
 * @param origin who brings it, for lists: {@code platform}, {@code process}, {@code decision},
 *     {@code knowledge}, or the name of an upstream server
 */
public record ToolDescription(
    String name,
    String title,
    String text,
    JsonNode inputSchema,
    @Nullable JsonNode outputSchema,
    Effects effects,
    String origin) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

  public ToolDescription {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of a tool: " + name);
    }
  }

  /**
   * What a call causes; callers ask for approval by it.
   *
   * @param readOnly nothing changes
   * @param destructive something may be lost or cannot be undone
   * @param idempotent the same call again has no further effect
   * @param dryRun whether {@link ToolCall#dryRun()} is understood: told what would happen, nothing
   *     happens
   * @param openWorld whether it reaches systems outside of the platform
   */
  public record Effects(
      boolean readOnly,
      boolean destructive,
      boolean idempotent,
      boolean dryRun,
      boolean openWorld) {

    /** Only looks. */
    public static final Effects READS = new Effects(true, false, true, false, false);

    /** Changes something, once for each {@link ToolCall#key()}, and can be tried first. */
    public static final Effects WRITES = new Effects(false, false, true, true, false);
  }
}
