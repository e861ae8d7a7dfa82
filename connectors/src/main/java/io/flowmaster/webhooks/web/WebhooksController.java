package io.flowmaster.webhooks.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Reads;
import io.flowmaster.platform.Roles;
import io.flowmaster.webhooks.DeliveryView;
import io.flowmaster.webhooks.SignatureScheme;
import io.flowmaster.webhooks.WebhookDraft;
import io.flowmaster.webhooks.WebhookMapping;
import io.flowmaster.webhooks.WebhookTarget;
import io.flowmaster.webhooks.WebhookTrial;
import io.flowmaster.webhooks.WebhookView;
import io.flowmaster.webhooks.Webhooks;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/webhooks")
@RolesAllowed({Roles.ADMIN, Roles.DEVELOPER})
@Tag(
    name = "Webhooks",
    description = "Addresses at which other systems start processes, send messages, publish events")
class WebhooksController {
  private static final String WEBHOOK = "the webhook's id";
  private final Webhooks webhooks;

  WebhooksController(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @GetMapping
  @Operation(summary = "List the webhooks of this tenant")
  Page<WebhookView> search(PageQuery page) {
    return webhooks.search(page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read a webhook")
  ResponseEntity<WebhookView> get(@Parameter(description = WEBHOOK) @PathVariable String id) {
    return tagged(webhooks.get(id));
  }

  @PostMapping
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Make a webhook",
      description = "The answer's path is where the other system delivers.")
  ResponseEntity<WebhookView> create(@Valid @RequestBody NewWebhookRequest body) {
    WebhookView made = webhooks.create(body.draft());
    return ResponseEntity.created(URI.create("/webhooks/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Change a webhook",
      description = "Without a secret it keeps the one it has; its path never changes.")
  ResponseEntity<WebhookView> change(
      @Parameter(description = WEBHOOK) @PathVariable String id,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody WebhookRequest body) {
    return tagged(webhooks.change(id, body.draft(), ifMatch));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a webhook, with its path and its log")
  void delete(
      @Parameter(description = WEBHOOK) @PathVariable String id,
      @Parameter(description = "the ETag of the read, when it matters", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    webhooks.delete(id, ifMatch);
  }

  @GetMapping("/{id}/deliveries")
  @Operation(
      summary = "List what was delivered",
      description = "Latest first; only what had a good signature, and never its content.")
  Page<DeliveryView> deliveries(
      @Parameter(description = WEBHOOK) @PathVariable String id, PageQuery page) {
    return webhooks.deliveries(id, page);
  }

  @PostMapping("/{id}/test")
  @Reads
  @Operation(
      summary = "Try the mapping",
      description = "Tells what a delivery would cause; causes nothing, and needs no signature.")
  WebhookTrial test(
      @Parameter(description = WEBHOOK) @PathVariable String id,
      @Valid @RequestBody WebhookTestRequest body) {
    return webhooks.test(id, body.body(), body.headers() == null ? Map.of() : body.headers());
  }

  private static ResponseEntity<WebhookView> tagged(WebhookView webhook) {
    return ResponseEntity.ok().eTag(webhook.revision().etag()).body(webhook);
  }

  record NewWebhookRequest(
      @Schema(description = "one in the tenant", example = "Payments") @NotBlank @Size(max = 200)
          String name,
      @NotNull @Valid WebhookTarget target,
      @Schema(description = "how the sender signs; HMAC_SHA256 when absent")
          @Nullable SignatureScheme scheme,
      @Schema(description = "what the sender signs with", accessMode = Schema.AccessMode.WRITE_ONLY)
          @NotNull
          @Size(min = 16, max = 1000)
          String secret,
      @Valid @Nullable WebhookMapping mapping) {
    WebhookDraft draft() {
      return new WebhookRequest(name, target, scheme, secret, mapping, true).draft();
    }

    @Override
    public String toString() {
      return "NewWebhookRequest[" + name + "]";
    }
  }

  record WebhookRequest(
      @Schema(description = "one in the tenant", example = "Payments") @NotBlank @Size(max = 200)
          String name,
      @NotNull @Valid WebhookTarget target,
      @Schema(description = "how the sender signs; HMAC_SHA256 when absent")
          @Nullable SignatureScheme scheme,
      @Schema(
              description = "what the sender signs with; the present one stays when absent",
              accessMode = Schema.AccessMode.WRITE_ONLY)
          @Size(min = 16, max = 1000)
          @Nullable String secret,
      @Valid @Nullable WebhookMapping mapping,
      @Schema(description = "whether deliveries are taken; they are when absent")
          @Nullable Boolean enabled) {
    WebhookDraft draft() {
      return new WebhookDraft(
          name,
          target,
          scheme == null ? SignatureScheme.HMAC_SHA256 : scheme,
          secret,
          mapping == null ? WebhookMapping.USUAL : mapping,
          !Boolean.FALSE.equals(enabled));
    }

    @Override
    public String toString() {
      return "WebhookRequest[" + name + "]";
    }
  }

  record WebhookTestRequest(
      @Schema(description = "the delivery's body", type = "object") @NotNull JsonNode body,
      @Schema(description = "the delivery's headers") @Size(max = 50)
          @Nullable Map<String, String> headers) {}
}
