package io.flowmaster.notifications;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a template comes to.
 *
 * @param locale the language that was used
 */
public record RenderedText(
    @Schema(example = "en") String locale, String subject, String body, boolean html) {}
