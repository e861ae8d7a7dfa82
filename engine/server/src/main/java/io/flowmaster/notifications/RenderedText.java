package io.flowmaster.notifications;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a template comes to.
 *
 * @param locale the language that was used
 * @param subject what stands above it
 * @param body the text itself
 * @param html whether the body is HTML
 */
public record RenderedText(
    @Schema(example = "en") String locale, String subject, String body, boolean html) {}
