package io.flowmaster.identity.web;

import io.flowmaster.identity.ApiKeys;
import io.flowmaster.identity.ApiKeys.ApiKeyView;
import io.flowmaster.identity.ApiKeys.NewApiKey;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
@RequestMapping("/api-keys")
@AnyRole
@Tag(name = "API keys", description = "Long-lived keys for scripts and machines")
class ApiKeysController {
  private final ApiKeys keys;

  ApiKeysController(ApiKeys keys) {
    this.keys = keys;
  }

  @GetMapping
  @Operation(summary = "List one's API keys, or for an administrator all of the tenant")
  Page<ApiKeyView> list(
      @Parameter(description = "also those of others; administrators only")
          @RequestParam(defaultValue = "false")
          boolean all,
      PageQuery page) {
    return keys.list(all, page);
  }

  @PostMapping
  @Operation(
      summary = "Make an API key; the answer shows it this once",
      description =
          "Send it as Authorization: Bearer fmk_…, on every path. The answer is not kept for an Idempotency-Key.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<NewApiKey> create(@Valid @RequestBody CreateApiKeyRequest body) {
    NewApiKey made = keys.create(body.name(), body.owner(), body.roles(), body.expiresAt());
    return ResponseEntity.created(URI.create("/api-keys/" + made.apiKey().id()))
        .cacheControl(CacheControl.noStore())
        .body(made);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End an API key at once")
  void delete(
      @Parameter(description = "the key's id", example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11")
          @PathVariable
          String id) {
    keys.delete(id);
  }

  record CreateApiKeyRequest(
      @Schema(example = "nightly report")
          @NotBlank
          @Size(max = 200)
          @Pattern(regexp = UsersController.PRINTABLE)
          String name,
      @Schema(
              description = "a machine client that it acts for; oneself when left out",
              example = "my-worker")
          @Nullable UserId owner,
      @Schema(description = "all that the owner has when left out", example = "[\"employee\"]")
          @Size(max = 7)
          @Nullable Set<@NotNull String> roles,
      @Schema(description = "never when left out", example = "2030-01-01T00:00:00Z")
          @Nullable Instant expiresAt) {}
}
