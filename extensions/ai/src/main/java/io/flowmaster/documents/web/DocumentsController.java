package io.flowmaster.documents.web;

import io.flowmaster.documents.DocumentFinder;
import io.flowmaster.documents.DocumentHit;
import io.flowmaster.documents.DocumentPage;
import io.flowmaster.documents.DocumentRefused;
import io.flowmaster.documents.DocumentSearch;
import io.flowmaster.documents.DocumentStatus;
import io.flowmaster.documents.DocumentUpload;
import io.flowmaster.documents.DocumentView;
import io.flowmaster.documents.Documents;
import io.flowmaster.documents.NewDocument;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/documents")
@AnyRole
@Tag(
    name = "Documents",
    description = "Files with their text by page, what stands in them, and processes made of them")
class DocumentsController {
  private static final String DOCUMENT = "the document's id";
  private final Documents documents;
  private final DocumentFinder finder;

  DocumentsController(Documents documents, DocumentFinder finder) {
    this.documents = documents;
    this.finder = finder;
  }

  @PostMapping(path = "/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Upload a document",
      description =
          "It is read in the background: its status goes from RECEIVED over PROCESSING to READY, or"
              + " to FAILED with the cause. The media type is what the content is, whatever the sender"
              + " said; a kind that is not read is answered 415. Content that you can see already is"
              + " answered 200 with the document that has it.")
  @ApiResponse(responseCode = "201", description = "it is kept and will be read")
  @ApiResponse(responseCode = "200", description = "the same content was there already")
  ResponseEntity<DocumentView> upload(
      @RequestPart("file") MultipartFile file,
      @Parameter(
              description =
                  "who else may see it: everyone, user:<id>, group:<id>, role:<role>; without any the"
                      + " role worker, which processes act with",
              example = "role:manager")
          @RequestParam(required = false)
          @Size(max = 50)
          @Nullable List<@Size(max = 200) String> readers) {
    String name = file.getOriginalFilename();
    try (InputStream content = file.getInputStream()) {
      DocumentUpload upload =
          documents.upload(new NewDocument(name == null ? "" : name, readers), content);
      DocumentView document = upload.document();
      return upload.duplicate()
          ? ResponseEntity.ok(document)
          : ResponseEntity.created(URI.create("/documents/" + document.id())).body(document);
    } catch (IOException e) {
      throw new DocumentRefused("The upload ended before the file did.");
    }
  }

  @GetMapping
  @Operation(summary = "List the documents that you may see", description = "Latest first.")
  Page<DocumentView> search(
      @Parameter(description = "a part of the file's name", example = "invoice")
          @RequestParam(required = false)
          @Size(max = 200)
          @Nullable String filename,
      @Parameter(description = "how far it is", example = "READY") @RequestParam(required = false)
          @Nullable DocumentStatus status,
      @Parameter(
              description = "its media type, or the beginning of it",
              example = "application/pdf")
          @RequestParam(required = false)
          @Size(max = 200)
          @Nullable String mediaType,
      PageQuery page) {
    return documents.search(new DocumentSearch(filename, status, mediaType), page);
  }

  @GetMapping("/search")
  @Operation(
      summary = "Find passages in the documents that you may see",
      description = "By words and by meaning, best first; each with its page and place.")
  Page<DocumentHit> find(
      @Parameter(description = "words or a question", example = "notice period of the contract")
          @RequestParam
          @Size(min = 1, max = 500)
          String q,
      PageQuery page) {
    return new Page<>(finder.find(q, page.limit()), null, null);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read what is known of a document")
  DocumentView get(@Parameter(description = DOCUMENT) @PathVariable String id) {
    return documents.get(id);
  }

  /** Always a download, never shown in the page: an uploaded file is not to be trusted. */
  @GetMapping("/{id}/content")
  @Operation(
      summary = "Download a document",
      description = "As it came, always as an attachment and never sniffed.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  void content(
      @Parameter(description = DOCUMENT) @PathVariable String id, HttpServletResponse response) {
    DocumentView document = documents.get(id);
    documents.content(
        id,
        in -> {
          response.setContentType(document.mediaType());
          response.setContentLengthLong(document.size());
          response.setHeader(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment()
                  .filename(document.filename(), StandardCharsets.UTF_8)
                  .build()
                  .toString());
          response.setHeader("X-Content-Type-Options", "nosniff");
          response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
          try {
            in.transferTo(response.getOutputStream());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @GetMapping(path = "/{id}/text", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Read the text of a document, page by page",
      description =
          "With its blocks and their places; empty while it has not been read. Asked for text/plain"
              + " it is the whole text, whose pages are apart by a form feed, so that places fit.")
  Page<DocumentPage> text(
      @Parameter(description = DOCUMENT) @PathVariable String id, PageQuery page) {
    return documents.text(id, page);
  }

  @GetMapping(path = "/{id}/text", produces = MediaType.TEXT_PLAIN_VALUE)
  @Operation(hidden = true)
  String plainText(@Parameter(description = DOCUMENT) @PathVariable String id) {
    return documents.pages(id).stream().map(DocumentPage::text).collect(Collectors.joining("\f"));
  }

  @PutMapping("/{id}/readers")
  @Operation(
      summary = "Say who else may see a document",
      description = "For who brought it and for administrators; it replaces who might before.")
  DocumentView share(
      @Parameter(description = DOCUMENT) @PathVariable String id,
      @Valid @RequestBody DocumentReadersRequest body) {
    return documents.share(id, body.readers());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Remove a document",
      description =
          "With its text and all that was found in it; for who brought it and for administrators.")
  void delete(@Parameter(description = DOCUMENT) @PathVariable String id) {
    documents.delete(id);
  }

  record DocumentReadersRequest(
      @Schema(
              description = "everyone, user:<id>, group:<id> or role:<role>",
              example = "[\"role:manager\", \"group:staff\"]")
          @NotNull
          @Size(max = 50)
          List<@NotNull @Size(max = 200) String> readers) {}
}
