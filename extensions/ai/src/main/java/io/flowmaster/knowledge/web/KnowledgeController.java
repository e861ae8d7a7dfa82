package io.flowmaster.knowledge.web;

import io.flowmaster.knowledge.Knowledge;
import io.flowmaster.knowledge.KnowledgeAnswer;
import io.flowmaster.knowledge.KnowledgeFilter;
import io.flowmaster.knowledge.KnowledgeQuestion;
import io.flowmaster.knowledge.KnowledgeSource;
import io.flowmaster.knowledge.KnowledgeSources;
import io.flowmaster.knowledge.NewKnowledgeSource;
import io.flowmaster.knowledge.NewKnowledgeSource.Format;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Reads;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/knowledge")
@Tag(
    name = "Knowledge",
    description = "Texts in collections with readers, searched by words and by meaning")
class KnowledgeController {
  private static final String SOURCE = "the source's id";
  private final Knowledge knowledge;
  private final KnowledgeSources sources;

  KnowledgeController(Knowledge knowledge, KnowledgeSources sources) {
    this.knowledge = knowledge;
    this.sources = sources;
  }

  @PostMapping("/query")
  @Reads
  @AnyRole
  @Operation(
      summary = "Ask what is known",
      description =
          "Answers from the collections that the caller may read: with a language model a text whose"
              + " every sentence names its passages, without one the passages alone, and without"
              + " evidence nothing. The answer says which it was.")
  KnowledgeAnswer query(@Valid @RequestBody KnowledgeQueryRequest body) {
    return knowledge.ask(body.asQuestion());
  }

  @PostMapping("/ingest")
  @Idempotent
  @RolesAllowed({Roles.ADMIN, Roles.DEVELOPER, Roles.WORKER})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Bring a text or a document into a collection",
      description =
          "It is cut into passages along its headings, paragraphs and tables, and can be found when"
              + " its status is READY. What comes with the same key takes the place of the former.")
  ResponseEntity<KnowledgeSource> ingest(@Valid @RequestBody KnowledgeIngestRequest body) {
    KnowledgeSource source = sources.ingest(body.source());
    return ResponseEntity.accepted()
        .location(URI.create("/knowledge/sources/" + source.id()))
        .body(source);
  }

  @GetMapping("/sources")
  @AnyRole
  @Operation(summary = "List the sources of a collection", description = "Latest first.")
  Page<KnowledgeSource> search(
      @Parameter(description = "the collection's id or name", example = "Handbook") @RequestParam
          String collection,
      PageQuery page) {
    return sources.search(collection, page);
  }

  @GetMapping("/sources/{id}")
  @AnyRole
  @Operation(summary = "Read how far a source is")
  KnowledgeSource get(@Parameter(description = SOURCE) @PathVariable String id) {
    return sources.get(id);
  }

  @DeleteMapping("/sources/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.DEVELOPER, Roles.WORKER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Delete a source",
      description = "Neither it nor its passages are found any more from now on.")
  void delete(@Parameter(description = SOURCE) @PathVariable String id) {
    sources.delete(id);
  }

  record KnowledgeQueryRequest(
      @Schema(description = "in words", example = "When are invoices paid?")
          @NotBlank
          @Size(max = 2000)
          String question,
      @Schema(description = "how many passages at most; 5 when absent", example = "5")
          @Min(1)
          @Max(50)
          @Nullable Integer topK,
      @Schema(description = "where to look; everywhere when absent") @Valid
          @Nullable KnowledgeFilter filter) {
    KnowledgeQuestion asQuestion() {
      return new KnowledgeQuestion(
          question,
          topK == null ? KnowledgeQuestion.USUAL_TOP_K : topK,
          filter == null ? KnowledgeFilter.NONE : filter);
    }
  }

  record KnowledgeIngestRequest(
      @Schema(description = "the collection's id or name", example = "Handbook")
          @NotBlank
          @Size(max = 200)
          String collection,
      @Schema(
              description = "what it is cited as; its first heading when absent",
              example = "Purchasing handbook")
          @Size(max = 300)
          @Nullable String title,
      @Schema(
              description = "names it from outside: what comes later with it takes its place",
              example = "handbook/purchasing")
          @Size(min = 1, max = 300)
          @Nullable String key,
      @Schema(
              description = "the text; absent when a document is named",
              example = "# Payment\n\nInvoices are paid within 30 days.")
          @Size(max = 20_000_000)
          @Nullable String content,
      @Schema(description = "how the text is written; TEXT when absent", example = "MARKDOWN")
          @Nullable Format format,
      @Schema(description = "the id of a document that was read; absent when there is content")
          @Size(max = 64)
          @Nullable String document,
      @Schema(description = "of the text; found out when absent", example = "en")
          @Pattern(regexp = "en|de|und")
          @Nullable String language,
      @Schema(
              description = "what filters can ask for",
              example = "{\"department\": \"purchasing\"}")
          @Size(max = 20)
          @Nullable Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 200) String>
              attributes) {
    NewKnowledgeSource source() {
      return new NewKnowledgeSource(
          collection,
          title,
          key,
          content,
          format == null ? Format.TEXT : format,
          document,
          language,
          attributes == null ? Map.of() : attributes);
    }

    @Override
    public String toString() {
      return "KnowledgeIngestRequest[" + title + "]";
    }
  }
}
