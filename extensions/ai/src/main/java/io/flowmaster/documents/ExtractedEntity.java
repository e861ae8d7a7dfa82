package io.flowmaster.documents;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Something that stands in a document.
 *
 * @param type what it is
 * @param value as it stands there
 * @param normalized the same in one form, see {@link EntityType}
 * @param page on which it stands, from 1
 * @param start where it begins in the text of the whole document, in UTF-16 units
 * @param end where it ends there, exclusive
 * @param confidence from 0 to 1
 */
public record ExtractedEntity(
    EntityType type,
    @Schema(example = "1.234,50 €") String value,
    @Schema(example = "1234.50 EUR") String normalized,
    @Schema(example = "1") int page,
    @Schema(example = "412") int start,
    @Schema(example = "422") int end,
    @Schema(example = "0.95") double confidence) {}
