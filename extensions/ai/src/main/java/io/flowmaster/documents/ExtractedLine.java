package io.flowmaster.documents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line item.
 *
 * @param description what it is
 * @param quantity how many; null when it is not said
 * @param unitPrice of one; null when it is not said
 * @param amount of the line, without currency
 * @param page on which it stands; null when it stands only in the embedded XML
 * @param start where it begins in the text of the whole document; null with the page
 * @param end where it ends there, exclusive; null with the page
 * @param confidence from 0 to 1; high when quantity times price is the amount
 */
public record ExtractedLine(
    @Schema(example = "Desk, oak") String description,
    @Schema(example = "2") @Nullable BigDecimal quantity,
    @Schema(example = "199.50") @Nullable BigDecimal unitPrice,
    @Schema(example = "399.00") BigDecimal amount,
    @Schema(example = "1") @Nullable Integer page,
    @Schema(example = "530") @Nullable Integer start,
    @Schema(example = "561") @Nullable Integer end,
    @Schema(example = "0.95") double confidence) {}
