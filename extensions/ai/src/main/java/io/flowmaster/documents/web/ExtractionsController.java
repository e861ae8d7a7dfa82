package io.flowmaster.documents.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.documents.DocumentExtractions;
import io.flowmaster.documents.EntityType;
import io.flowmaster.documents.Extraction;
import io.flowmaster.documents.ExtractionReview;
import io.flowmaster.documents.ExtractionTemplate;
import io.flowmaster.documents.ExtractionWish;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/documents")
@AnyRole
@Tag(name = "Documents")
class ExtractionsController {
  private final DocumentExtractions extractions;

  ExtractionsController(DocumentExtractions extractions) {
    this.extractions = extractions;
  }

  @PostMapping("/{id}/extract")
  @Operation(
      summary = "Find what stands in a document",
      description =
          "Without a language model: dates, amounts, numbers with their check digits, addresses, and"
              + " the fields and lines of invoices, read exactly where the document is or brings along"
              + " an XML invoice. With a schema its properties are the fields; a configured model is"
              + " asked for them, and what it says counts only where it stands in the text. A field"
              + " below the threshold makes a review.")
  Extraction extract(
      @Parameter(description = "the document's id") @PathVariable String id,
      @Valid @RequestBody(required = false) @Nullable ExtractRequest body) {
    return extractions.extract(
        id,
        body == null
            ? ExtractionWish.ALL
            : new ExtractionWish(body.types() == null ? Set.of() : body.types(), body.schema()));
  }

  @GetMapping("/reviews")
  @Operation(
      summary = "List the extractions that a person looks at",
      description = "Of documents that you may see; oldest first.")
  Page<ExtractionReview> reviews(
      @Parameter(description = "whether they wait; all when absent", example = "OPEN")
          @RequestParam(required = false)
          ExtractionReview.@Nullable Status status,
      PageQuery page) {
    return extractions.reviews(status, page);
  }

  @GetMapping("/reviews/{id}")
  @Operation(summary = "Read a review")
  ExtractionReview review(@Parameter(description = "the review's id") @PathVariable String id) {
    return extractions.review(id);
  }

  @PutMapping("/reviews/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.EMPLOYEE, Roles.MANAGER, Roles.DEVELOPER})
  @Operation(
      summary = "Say what is right in an extraction",
      description =
          "What is not named was right. The sender's template learns what stands before a corrected"
              + " value; the new version is used when it is not worse than the one before on all of the"
              + " sender's reviewed documents.")
  ExtractionReview correct(
      @Parameter(description = "the review's id") @PathVariable String id,
      @Valid @RequestBody ReviewRequest body) {
    return extractions.correct(id, body.fields());
  }

  @GetMapping("/element-templates")
  @Operation(
      summary = "List the element templates of documents",
      description =
          "For the modeler (bpmn.io, Camunda 7): service tasks that the worker 'document-extract'"
              + " works.")
  List<Map<String, Object>> elementTemplates() {
    return extractions.elementTemplates();
  }

  @GetMapping("/templates")
  @Operation(
      summary = "List what was learned of senders",
      description =
          "By sender, latest version first, with its accuracy on the sender's reviewed documents.")
  Page<ExtractionTemplate> templates(PageQuery page) {
    return extractions.templates(page);
  }

  record ExtractRequest(
      @Schema(description = "which entities; all when absent", example = "[\"IBAN\", \"AMOUNT\"]")
          @Size(max = 20)
          @Nullable Set<EntityType> types,
      @Schema(
              description = "a JSON Schema of an object whose properties are the fields",
              type = "object",
              example =
                  "{\"type\": \"object\", \"properties\": {\"customerNumber\": {\"type\": \"string\"}}}")
          @Nullable JsonNode schema) {}

  record ReviewRequest(
      @Schema(
              description =
                  "the right values by the name of the field; null takes a value away; empty when all"
                      + " was right",
              example = "{\"invoiceNumber\": \"4711\"}")
          @NotNull
          @Size(max = 50)
          Map<String, @Nullable @Size(max = 500) String> fields) {}
}
