package io.flowmaster.tasks.web;

import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.tasks.TaskAttachment;
import io.flowmaster.tasks.TaskAuditEntry;
import io.flowmaster.tasks.TaskComment;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskNotes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/tasks/{id}")
@AnyRole
@Tag(name = "Human tasks")
class TaskNotesController {
  private final TaskNotes notes;

  TaskNotesController(TaskNotes notes) {
    this.notes = notes;
  }

  @GetMapping("/comments")
  @Operation(summary = "List the comments of a task")
  Page<TaskComment> comments(
      @Parameter(description = "The task") @PathVariable TaskId id, PageQuery page) {
    return notes.comments(id, page);
  }

  @PostMapping("/comments")
  @Idempotent
  @Operation(
      summary = "Comment on a task",
      description =
          "An at sign and a colleague's id, as in @employee, puts the comment among that colleague's mentions, if the colleague may see the task.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<TaskComment> comment(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Valid @RequestBody CommentRequest body) {
    TaskComment comment = notes.comment(id, body.message());
    return ResponseEntity.created(URI.create("/tasks/" + id + "/comments")).body(comment);
  }

  @GetMapping("/attachments")
  @Operation(summary = "List the files on a task")
  Page<TaskAttachment> attachments(
      @Parameter(description = "The task") @PathVariable TaskId id, PageQuery page) {
    return notes.attachments(id, page);
  }

  @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Idempotent
  @Operation(summary = "Attach a file of at most 10 MB to a task")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<TaskAttachment> attach(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @RequestPart("file") MultipartFile file)
      throws IOException {
    try (InputStream content = file.getInputStream()) {
      String name = file.getOriginalFilename();
      TaskAttachment attachment =
          notes.attach(id, name == null ? "" : name, file.getContentType(), content);
      return ResponseEntity.created(URI.create("/tasks/" + id + "/attachments/" + attachment.id()))
          .body(attachment);
    }
  }

  /** Always a download, never shown in the page: an uploaded file is not to be trusted. */
  @GetMapping("/attachments/{attachmentId}")
  @Operation(summary = "Download a file of a task")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  void download(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = "The file") @PathVariable String attachmentId,
      HttpServletResponse response)
      throws IOException {
    TaskAttachment attachment = notes.attachment(id, attachmentId);
    response.setContentType(attachment.mediaType());
    response.setContentLengthLong(attachment.size());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(attachment.filename(), StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    notes.content(id, attachmentId, response.getOutputStream());
  }

  @DeleteMapping("/attachments/{attachmentId}")
  @Operation(summary = "Remove a file from a task")
  ResponseEntity<Void> detach(
      @Parameter(description = "The task") @PathVariable TaskId id,
      @Parameter(description = "The file") @PathVariable String attachmentId) {
    notes.detach(id, attachmentId);
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/audit")
  @Operation(summary = "Read who changed what on a task, with old and new values")
  Page<TaskAuditEntry> audit(
      @Parameter(description = "The task") @PathVariable TaskId id, PageQuery page) {
    return notes.audit(id, page);
  }

  record CommentRequest(
      @Schema(example = "@employee2 the customer calls back on Monday.") @NotBlank @Size(max = 4000)
          String message) {}
}
