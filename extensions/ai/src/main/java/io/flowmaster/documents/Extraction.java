package io.flowmaster.documents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a document.
 *
 * @param document its id
 * @param entities what stands in the text, in its order
 * @param fields by name: {@code invoiceNumber}, {@code orderNumber}, {@code invoiceDate}, {@code
 *     dueDate}, {@code deliveryDate}, {@code net}, {@code tax}, {@code total}, {@code currency},
 *     {@code iban}, {@code vatId}, {@code supplier}, {@code customer}; or those of the schema
 * @param lineItems the lines of an invoice or order
 * @param dropped what a language model said that does not stand in the document
 * @param exact whether the fields come from XML that the document is or brings along
 * @param model the language model that took part; null when none did
 * @param sender whose document it seems to be, as templates know senders
 * @param templateVersion which version of the sender's template took part; null when none did
 * @param review the review that it waits for; null when no field is below the threshold
 */
public record Extraction(
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String document,
    List<ExtractedEntity> entities,
    Map<String, ExtractedField> fields,
    List<ExtractedLine> lineItems,
    @Schema(example = "[\"discount\"]") List<String> dropped,
    @Schema(example = "false") boolean exact,
    @Schema(example = "gpt-4o-mini") @Nullable String model,
    @Schema(example = "vat:DE136695976") String sender,
    @Schema(example = "3") @Nullable Integer templateVersion,
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c12") @Nullable String review) {

  public Extraction {
    entities = List.copyOf(entities);
    lineItems = List.copyOf(lineItems);
    dropped = List.copyOf(dropped);
  }

  /** The same, waiting for a review. */
  public Extraction withReview(@Nullable String id) {
    return new Extraction(
        document, entities, fields, lineItems, dropped, exact, model, sender, templateVersion, id);
  }
}
