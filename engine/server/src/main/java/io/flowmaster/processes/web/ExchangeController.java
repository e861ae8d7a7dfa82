package io.flowmaster.processes.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.ProcessExchange;
import io.flowmaster.processes.ProcessExchange.Exported;
import io.flowmaster.processes.ProcessExchange.Format;
import io.flowmaster.processes.ProcessExchange.Imported;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/processes")
@Tag(name = "Process design")
class ExchangeController {
  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
  private final ProcessExchange exchange;

  ExchangeController(ProcessExchange exchange) {
    this.exchange = exchange;
  }

  @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Idempotent
  @RolesAllowed({Roles.DESIGNER, Roles.ADMIN, Roles.DEVELOPER})
  @Operation(
      summary = "Import a BPMN file, or a zip with its decisions and forms",
      description =
          "A zip has exactly one BPMN file. When the tenant has a process with the same key: 409, or with onConflict=update its draft is replaced (200).")
  @ApiResponse(responseCode = "201", description = "A process was made")
  @ApiResponse(responseCode = "200", description = "The draft of the process was replaced")
  ResponseEntity<ImportAnswer> importFile(
      @RequestPart("file") MultipartFile file,
      @Parameter(description = "update or fail (the default)") @RequestParam(required = false)
          @Nullable String onConflict)
      throws IOException {
    String name = file.getOriginalFilename();
    Imported done =
        exchange.importFile(name == null ? "" : name, file.getBytes(), mayUpdate(onConflict));
    ProcessView process = done.process();
    return ResponseEntity.status(done.created() ? HttpStatus.CREATED : HttpStatus.OK)
        .location(URI.create("/processes/" + process.id()))
        .eTag(process.revision().etag())
        .body(new ImportAnswer(process, done.files(), done.ignored()));
  }

  @GetMapping("/{id}/export")
  @RolesAllowed({
    Roles.DESIGNER,
    Roles.ADMIN,
    Roles.DEVELOPER,
    Roles.EMPLOYEE,
    Roles.MANAGER,
    Roles.AGENT
  })
  @Operation(
      summary = "Export a process as a file",
      description =
          "A zip when it has decisions or forms, else BPMN. Designers get the draft without version; others the latest version.")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content = {
        @Content(mediaType = "application/xml", schema = @Schema(type = "string")),
        @Content(
            mediaType = "application/zip",
            schema = @Schema(type = "string", format = "binary"))
      })
  ResponseEntity<byte[]> export(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id,
      @Parameter(description = "A published version") @RequestParam(required = false)
          @Nullable Integer version,
      @Parameter(description = "bpmn or zip") @RequestParam(required = false)
          @Nullable String format) {
    Exported file = exchange.export(id, version, format(format));
    ContentDisposition save =
        ContentDisposition.attachment().filename(file.filename(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, save.toString())
        .contentType(file.format() == Format.ZIP ? ZIP : MediaType.APPLICATION_XML)
        .body(file.content());
  }

  private static boolean mayUpdate(@Nullable String onConflict) {
    if (onConflict == null || onConflict.equals("fail")) {
      return false;
    }
    if (onConflict.equals("update")) {
      return true;
    }
    throw new InvalidValue("on-conflict", "onConflict is update or fail.");
  }

  private static @Nullable Format format(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "bpmn" -> Format.BPMN;
      case "zip" -> Format.ZIP;
      default -> throw new InvalidValue("format", "format is bpmn or zip.");
    };
  }

  /** The process, and what became of the files. */
  record ImportAnswer(
      @JsonUnwrapped ProcessView process,
      @Schema(description = "The files of the draft now", example = "[\"order.bpmn\"]")
          List<String> files,
      @Schema(description = "What of a zip is no BPMN, decision or form", example = "[]")
          List<String> ignored) {}
}
