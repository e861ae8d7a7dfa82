package io.flowmaster.notifications.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.notifications.NotificationTemplate;
import io.flowmaster.notifications.NotificationTemplates;
import io.flowmaster.notifications.Notifications;
import io.flowmaster.notifications.RenderedText;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Texts of messages. */
@RestController
@RequestMapping("/notifications/templates")
@RolesAllowed({Roles.DESIGNER, Roles.DEVELOPER, Roles.ADMIN})
@Tag(name = "Notifications")
class NotificationTemplatesController {
  private static final String NAME = "the template's name";
  private final NotificationTemplates templates;
  private final Notifications notifications;

  NotificationTemplatesController(NotificationTemplates templates, Notifications notifications) {
    this.templates = templates;
    this.notifications = notifications;
  }

  @GetMapping
  @Operation(summary = "List the templates of this tenant, by name")
  Page<NotificationTemplate> list(PageQuery page) {
    return templates.list(page);
  }

  @PostMapping
  @Idempotent
  @Operation(
      summary = "Make a template",
      description =
          "Mustache, which has no logic. One with the name of a topic of the platform (task.assigned, task.escalated,"
              + " task.mentioned, task.overdue, agent.escalated) takes the place of the platform's text.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<NotificationTemplate> create(
      @Valid @RequestBody NewNotificationTemplateRequest body) {
    NotificationTemplate made = templates.create(body.name(), body.isHtml(), texts(body.texts()));
    return ResponseEntity.created(URI.create("/notifications/templates/" + made.name()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @GetMapping("/{name}")
  @Operation(summary = "Read a template")
  ResponseEntity<NotificationTemplate> get(
      @Parameter(description = NAME) @PathVariable String name,
      @Parameter(description = "the latest when absent", example = "2")
          @RequestParam(required = false)
          @Nullable Integer version) {
    return tagged(templates.get(name, version));
  }

  @PutMapping("/{name}")
  @Operation(summary = "Make another version of a template")
  ResponseEntity<NotificationTemplate> change(
      @Parameter(description = NAME) @PathVariable String name,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody NotificationTemplateRequest body) {
    return tagged(
        templates.change(name, Boolean.TRUE.equals(body.html()), texts(body.texts()), ifMatch));
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a template with all versions; what was sent stays")
  void delete(
      @Parameter(description = NAME) @PathVariable String name,
      @Parameter(description = "the ETag of the read, when it matters", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    templates.delete(name, ifMatch);
  }

  @PostMapping("/{name}/preview")
  @Reads
  @Operation(summary = "Show what a template comes to")
  RenderedText preview(
      @Parameter(description = NAME) @PathVariable String name,
      @Valid @RequestBody NotificationPreviewRequest body) {
    return notifications.preview(
        name, body.locale(), body.variables() == null ? Map.of() : body.variables());
  }

  private static ResponseEntity<NotificationTemplate> tagged(NotificationTemplate template) {
    return ResponseEntity.ok().eTag(template.revision().etag()).body(template);
  }

  private static Map<String, NotificationTemplate.Text> texts(Map<String, TextRequest> said) {
    Map<String, NotificationTemplate.Text> texts = new HashMap<>();
    said.forEach(
        (language, text) ->
            texts.put(language, new NotificationTemplate.Text(text.subject(), text.body())));
    return texts;
  }

  @Schema(name = "NotificationTextRequest")
  record TextRequest(
      @Schema(description = "Mustache", example = "{{order}} is late") @NotNull @Size(max = 500)
          String subject,
      @Schema(description = "Mustache", example = "Dear {{name}}, …") @NotNull @Size(max = 20_000)
          String body) {}

  record NewNotificationTemplateRequest(
      @Schema(description = "lower-case letters, digits, dots and hyphens", example = "order.late")
          @NotBlank
          @Size(max = 100)
          String name,
      @Schema(description = "whether the bodies are HTML") @Nullable Boolean html,
      @Schema(description = "by language: en, de, pt-BR") @NotEmpty @Size(max = 20)
          Map<String, @Valid @NotNull TextRequest> texts) {
    boolean isHtml() {
      return Boolean.TRUE.equals(html);
    }
  }

  record NotificationTemplateRequest(
      @Schema(description = "whether the bodies are HTML") @Nullable Boolean html,
      @Schema(description = "by language: en, de, pt-BR") @NotEmpty @Size(max = 20)
          Map<String, @Valid @NotNull TextRequest> texts) {}

  record NotificationPreviewRequest(
      @Schema(description = "English when absent", example = "de") @Size(max = 20)
          @Nullable String locale,
      @Schema(description = "for the places in the text", example = "{\"order\": \"ORD-1\"}")
          @Size(max = 200)
          @Nullable Map<String, JsonNode> variables) {}
}
