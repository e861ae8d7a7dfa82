package io.flowmaster.processes.web;

import io.flowmaster.platform.Roles;
import io.flowmaster.processes.ProcessFiles;
import io.flowmaster.processes.ProcessFiles.Stored;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.processes.ResourceKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/processes/{id}/resources")
@RolesAllowed({Roles.DESIGNER, Roles.ADMIN, Roles.DEVELOPER})
@Tag(name = "Process design")
class FilesController {
  private final ProcessFiles files;

  FilesController(ProcessFiles files) {
    this.files = files;
  }

  @GetMapping
  @Operation(summary = "List the files of a draft")
  Files list(@Parameter(description = "Id of the process") @PathVariable ProcessId id) {
    return new Files(files.list(id));
  }

  @GetMapping("/{*name}")
  @Operation(summary = "Read a file of a draft", description = "The bytes as they were stored.")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content = {
        @Content(mediaType = "application/xml", schema = @Schema(type = "string")),
        @Content(mediaType = "application/json", schema = @Schema(type = "object"))
      })
  ResponseEntity<byte[]> get(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id,
      @Parameter(
              description = "Name of the file; folders are separated by /",
              example = "approval.form")
          @PathVariable
          String name) {
    Stored stored = files.get(id, plain(name));
    boolean form = stored.file().kind() == ResourceKind.FORM;
    return ResponseEntity.ok()
        .eTag(stored.revision().etag())
        .contentType(form ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
        .body(stored.file().content());
  }

  @PutMapping(path = "/{*name}", consumes = MediaType.ALL_VALUE)
  @Operation(
      summary = "Add or replace a decision or form of a draft",
      description =
          "The body is the .dmn or .form file. Replacing needs If-Match with the file's ETag.")
  @ApiResponse(responseCode = "201", description = "The file was added")
  @ApiResponse(responseCode = "200", description = "The file was replaced")
  ResponseEntity<ProcessVersion.File> put(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id,
      @Parameter(
              description = "Name of the file; folders are separated by /",
              example = "approval.form")
          @PathVariable
          String name,
      @Parameter(description = "ETag of the file as it was read")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @RequestBody(required = false) byte @Nullable [] content) {
    Stored stored = files.put(id, plain(name), content == null ? new byte[0] : content, ifMatch);
    ProcessVersion.File view = ProcessVersion.File.of(stored.file());
    boolean added = stored.revision().number() == 1;
    return (added ? ResponseEntity.created(location(id, plain(name))) : ResponseEntity.ok())
        .eTag(stored.revision().etag())
        .body(view);
  }

  @DeleteMapping("/{*name}")
  @Operation(
      summary = "Remove a decision or form of a draft",
      description = "If-Match is checked when sent.")
  ResponseEntity<Void> delete(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id,
      @Parameter(
              description = "Name of the file; folders are separated by /",
              example = "approval.form")
          @PathVariable
          String name,
      @Parameter(description = "ETag of the file as it was read")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    files.delete(id, plain(name), ifMatch);
    return ResponseEntity.noContent().build();
  }

  /** The rest of the path comes with the slash before it. */
  private static String plain(String rest) {
    return rest.startsWith("/") ? rest.substring(1) : rest;
  }

  private static URI location(ProcessId id, String name) {
    return UriComponentsBuilder.fromPath("/processes/" + id + "/resources/")
        .path(name)
        .encode()
        .build()
        .toUri();
  }

  record Files(List<ProcessVersion.File> items) {}
}
