package io.flowmaster.prompts;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A prompt with its variables filled in.
 *
 * @param trial the trial that picked the version; null when none did
 */
@Schema(description = "A prompt with its variables filled in")
public record RenderedPrompt(
    @Schema(description = "the prompt's id", example = "0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c8b")
        String prompt,
    @Schema(description = "the prompt's name", example = "invoice-coding") String name,
    @Schema(description = "the version that was rendered", example = "3") int version,
    @Schema(description = "the label by which it was found", example = "production")
        @Nullable String label,
    @Schema(description = "the trial that picked the version; results are reported to it")
        @Nullable String trial,
    @Schema(description = "with everything filled in", example = "You check invoices for Acme.")
        String text) {}
