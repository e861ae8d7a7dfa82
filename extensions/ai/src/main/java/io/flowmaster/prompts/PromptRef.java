package io.flowmaster.prompts;

import org.jspecify.annotations.Nullable;

/**
 * Which version of which prompt is meant.
 *
 * @param prompt its id or its name
 * @param version that very version; null to go by the label
 * @param label the version that has it, or one of those of its trial; null with a null version for
 *     {@code production}, and the latest version where nothing has that label
 * @param subject for whom or what: the same subject is always given the same version of a trial;
 *     null to be given any
 */
public record PromptRef(
    String prompt, @Nullable Integer version, @Nullable String label, @Nullable String subject) {

  /** What is in production, else the latest version. */
  public static final String PRODUCTION = "production";

  /** That very version. */
  public static PromptRef version(String prompt, int version) {
    return new PromptRef(prompt, version, null, null);
  }

  /** The version with a label. */
  public static PromptRef label(String prompt, String label, @Nullable String subject) {
    return new PromptRef(prompt, null, label, subject);
  }
}
