package io.flowmaster.prompts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version to be.
 *
 * @param variables null for those that the template uses, of any type
 */
public record PromptDraft(
    String template, @Nullable List<PromptVariable> variables, String changelog) {}
