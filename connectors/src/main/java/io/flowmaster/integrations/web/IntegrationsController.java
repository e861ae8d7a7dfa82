package io.flowmaster.integrations.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.Execution;
import io.flowmaster.integrations.IntegrationDraft;
import io.flowmaster.integrations.IntegrationTrial;
import io.flowmaster.integrations.IntegrationView;
import io.flowmaster.integrations.Integrations;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/integrations")
@RolesAllowed({Roles.ADMIN, Roles.DEVELOPER})
@Tag(name = "Integrations")
class IntegrationsController {
  private static final String INTEGRATION = "the integration's id";
  private final Integrations integrations;

  IntegrationsController(Integrations integrations) {
    this.integrations = integrations;
  }

  @GetMapping
  @RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.DEVELOPER})
  @Operation(summary = "List the integrations of this tenant")
  Page<IntegrationView> search(
      @Parameter(description = "part of the name or of the connector's id")
          @RequestParam(required = false)
          @Size(max = 100)
          @Nullable String q,
      PageQuery page) {
    return integrations.search(q == null || q.isBlank() ? null : q.strip(), page);
  }

  @GetMapping("/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.DEVELOPER})
  @Operation(summary = "Read an integration")
  ResponseEntity<IntegrationView> get(
      @Parameter(description = INTEGRATION) @PathVariable String id) {
    return tagged(integrations.get(id));
  }

  @PostMapping
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Set up an integration",
      description =
          "The configuration is checked with the connector's JSON Schema. Secrets are named, as"
              + " {{secrets.NAME}}; what the schema marks as a secret takes nothing else.")
  ResponseEntity<IntegrationView> create(@Valid @RequestBody NewIntegrationRequest body) {
    IntegrationView made =
        integrations.create(
            body.connector(),
            new IntegrationDraft(body.name(), object(body.configuration()), body.callsPerMinute()));
    return ResponseEntity.created(URI.create("/integrations/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @PutMapping("/{id}")
  @Operation(summary = "Replace an integration's name, configuration and limit")
  ResponseEntity<IntegrationView> change(
      @Parameter(description = INTEGRATION) @PathVariable String id,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody IntegrationRequest body) {
    return tagged(
        integrations.change(
            id,
            new IntegrationDraft(body.name(), object(body.configuration()), body.callsPerMinute()),
            ifMatch));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Delete an integration",
      description = "Tasks that name it become incidents from now on.")
  void delete(
      @Parameter(description = INTEGRATION) @PathVariable String id,
      @Parameter(description = "the ETag of the read, when it matters", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    integrations.delete(id, ifMatch);
  }

  @PostMapping("/{id}/execute")
  @RolesAllowed({Roles.ADMIN, Roles.DEVELOPER, Roles.WORKER, Roles.AGENT})
  @Operation(
      summary = "Call the other system",
      description =
          "Once, now. A refusal or failure over there is a 422 whose retryable says whether another"
              + " try may help, and whose answer says what came back. Idempotency-Key goes on to"
              + " systems that know it.")
  Execution execute(
      @Parameter(description = INTEGRATION) @PathVariable String id,
      @Parameter(description = "the same for the same call")
          @RequestHeader(value = "Idempotency-Key", required = false)
          @Size(max = 200)
          @Nullable String key,
      @Valid @RequestBody ExecuteIntegrationRequest body) {
    return integrations.execute(id, object(body.input()), key);
  }

  @PostMapping("/{id}/test")
  @Reads
  @Operation(
      summary = "Try whether the other side can be reached",
      description = "As configured, without changing anything there.")
  IntegrationTrial test(@Parameter(description = INTEGRATION) @PathVariable String id) {
    return integrations.test(id);
  }

  private static ObjectNode object(Map<String, JsonNode> members) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.setAll(members);
    return object;
  }

  private static ResponseEntity<IntegrationView> tagged(IntegrationView integration) {
    return ResponseEntity.ok().eTag(integration.revision().etag()).body(integration);
  }

  record NewIntegrationRequest(
      @Schema(
              description = "as models may name it; one in the tenant",
              example = "Customer service")
          @NotBlank
          @Size(max = 200)
          String name,
      @Schema(description = "the connector's id", example = "http") @NotBlank @Size(max = 100)
          String connector,
      @Schema(
              description = "what is said once for all calls, as the connector's schema has it",
              example = "{\"url\":\"https://api.example.com\"}")
          @NotNull
          @Size(max = 200)
          Map<String, JsonNode> configuration,
      @Schema(description = "how many calls are made at most, over all nodes", example = "60")
          @Min(1)
          @Max(100_000)
          @Nullable Integer callsPerMinute) {}

  record IntegrationRequest(
      @Schema(
              description = "as models may name it; one in the tenant",
              example = "Customer service")
          @NotBlank
          @Size(max = 200)
          String name,
      @Schema(
              description = "what is said once for all calls, as the connector's schema has it",
              example = "{\"url\":\"https://api.example.com\"}")
          @NotNull
          @Size(max = 200)
          Map<String, JsonNode> configuration,
      @Schema(description = "how many calls are made at most, over all nodes", example = "60")
          @Min(1)
          @Max(100_000)
          @Nullable Integer callsPerMinute) {}

  record ExecuteIntegrationRequest(
      @Schema(
              description = "what is said with this call, as the connector's schema has it",
              example = "{\"method\":\"GET\",\"path\":\"/customers/17\"}")
          @NotNull
          @Size(max = 200)
          Map<String, JsonNode> input) {}
}
