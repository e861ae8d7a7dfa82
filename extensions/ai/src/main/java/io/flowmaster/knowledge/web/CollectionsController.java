package io.flowmaster.knowledge.web;

import io.flowmaster.knowledge.CollectionAccess;
import io.flowmaster.knowledge.CollectionDraft;
import io.flowmaster.knowledge.KnowledgeCollection;
import io.flowmaster.knowledge.KnowledgeCollections;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/knowledge/collections")
@Tag(name = "Knowledge")
class CollectionsController {
  private static final String COLLECTION = "the collection's id";
  private final KnowledgeCollections collections;

  CollectionsController(KnowledgeCollections collections) {
    this.collections = collections;
  }

  @GetMapping
  @AnyRole
  @Operation(
      summary = "List the collections that the caller may read",
      description = "Who else may read them is told to administrators.")
  Page<KnowledgeCollection> search(PageQuery page) {
    return collections.search(page);
  }

  @GetMapping("/{id}")
  @AnyRole
  @Operation(summary = "Read a collection")
  ResponseEntity<KnowledgeCollection> get(
      @Parameter(description = COLLECTION) @PathVariable String id) {
    return tagged(collections.get(id));
  }

  @PostMapping
  @Idempotent
  @RolesAllowed(Roles.ADMIN)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Make a collection",
      description = "Only administrators read it until its access names somebody.")
  ResponseEntity<KnowledgeCollection> create(@Valid @RequestBody CollectionRequest body) {
    KnowledgeCollection made = collections.create(body.draft());
    return ResponseEntity.created(URI.create("/knowledge/collections/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @PutMapping("/{id}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "Change a collection",
      description = "Who may read it counts from now on, in searches too.")
  ResponseEntity<KnowledgeCollection> change(
      @Parameter(description = COLLECTION) @PathVariable String id,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody CollectionRequest body) {
    return tagged(collections.change(id, body.draft(), ifMatch));
  }

  @DeleteMapping("/{id}")
  @RolesAllowed(Roles.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a collection with all its sources")
  void delete(
      @Parameter(description = COLLECTION) @PathVariable String id,
      @Parameter(description = "the ETag of the read, when it matters", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    collections.delete(id, ifMatch);
  }

  private static ResponseEntity<KnowledgeCollection> tagged(KnowledgeCollection collection) {
    return ResponseEntity.ok().eTag(collection.revision().etag()).body(collection);
  }

  @Schema(name = "KnowledgeCollectionRequest")
  record CollectionRequest(
      @Schema(description = "one in the tenant", example = "Handbook") @NotBlank @Size(max = 200)
          String name,
      @Schema(description = "what is in it", example = "What everybody should know")
          @Size(max = 1000)
          @Nullable String description,
      @Schema(description = "who may read it, besides administrators") @NotNull @Valid
          CollectionAccess access) {
    CollectionDraft draft() {
      return new CollectionDraft(name, description, access);
    }
  }
}
