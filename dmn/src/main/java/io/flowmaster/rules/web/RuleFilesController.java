package io.flowmaster.rules.web;

import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Roles;
import io.flowmaster.rules.RuleBook;
import io.flowmaster.rules.RuleSetDraft;
import io.flowmaster.rules.RuleSetId;
import io.flowmaster.rules.RuleSetView;
import io.flowmaster.rules.UnreadableRules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RolesAllowed({Roles.DESIGNER, Roles.ADMIN, Roles.DEVELOPER})
@Tag(name = "rules")
class RuleFilesController {
  private final RuleBook rules;

  RuleFilesController(RuleBook rules) {
    this.rules = rules;
  }

  @PostMapping(path = "/rules/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Idempotent
  @Operation(summary = "Make a rule set from a DMN file")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<RuleSetView> upload(
      @RequestPart("file") MultipartFile file,
      @Parameter(description = "The file's name when left out")
          @RequestParam(required = false)
          @Size(min = 1, max = 255)
          @Pattern(regexp = RulesController.LINE, message = RulesController.LINE_MESSAGE)
          @Nullable String name) {
    return RulesController.created(
        rules.create(
            new RuleSetDraft(
                name == null ? name(file) : name, null, text(file), null, null, null)));
  }

  @GetMapping(path = "/rules/{id}/export", produces = MediaType.APPLICATION_XML_VALUE)
  @Operation(
      summary = "Download a rule set as a DMN file",
      description = "The draft, or a published version; byte for byte as it was sent.")
  ResponseEntity<byte[]> download(
      @Parameter(description = "The rule set's id") @PathVariable RuleSetId id,
      @Parameter(description = "A published version; the draft when left out")
          @RequestParam(required = false)
          @Nullable Integer version) {
    RuleSetView set = rules.get(id);
    String xml = version == null ? set.dmnXml() : rules.version(id, version).dmnXml();
    String disposition =
        ContentDisposition.attachment().filename(set.key() + ".dmn").build().toString();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .contentType(MediaType.APPLICATION_XML)
        .body(String.valueOf(xml).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(MultipartFile file) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(file.getBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableRules("The file is not UTF-8. Save it in UTF-8.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(MultipartFile file) {
    String given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    String plain =
        given.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").replaceAll("\\.[^.]*$", "");
    return plain.isBlank() ? "rules" : plain.substring(0, Math.min(plain.length(), 255));
  }
}
