package io.flowmaster.executions.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionMessages;
import io.flowmaster.executions.MessageCorrelation;
import io.flowmaster.executions.MessageReceipt;
import io.flowmaster.executions.ParkedMessage;
import io.flowmaster.executions.ParkedMessages;
import io.flowmaster.executions.Signal;
import io.flowmaster.executions.SignalReceipt;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** Messages and signals for executions. */
@RestController
@RequestMapping("/executions")
@Tag(name = "Executions")
@RolesAllowed({Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN, Roles.WORKER})
class ExecutionMessagesController {
  private final ExecutionMessages messages;
  private final ParkedMessages parked;

  ExecutionMessagesController(ExecutionMessages messages, ParkedMessages parked) {
    this.messages = messages;
    this.parked = parked;
  }

  @PostMapping("/messages")
  @Idempotent
  @Operation(
      summary = "Bring a message to the execution that waits for it",
      description =
          "Exactly one must wait and match: none answers 404, several 409. When none waits and a process"
              + " begins with the message, it is started. With ttl a message that nobody can receive yet"
              + " is parked (202) and received once, as soon as somebody waits for it.",
      responses = {
        @ApiResponse(responseCode = "200", description = "It was received"),
        @ApiResponse(responseCode = "202", description = "It was parked")
      })
  ResponseEntity<MessageReceipt> correlate(@Valid @RequestBody MessageRequest body) {
    MessageCorrelation message =
        new MessageCorrelation(
            body.name(),
            body.businessKey(),
            body.executionId(),
            body.correlation() == null ? Map.of() : body.correlation(),
            body.variables() == null ? Map.of() : body.variables());
    MessageReceipt receipt =
        body.ttl() == null
            ? messages.correlate(message)
            : messages.correlateOrPark(message, body.ttl());
    return ResponseEntity.status(receipt.parked() == null ? HttpStatus.OK : HttpStatus.ACCEPTED)
        .body(receipt);
  }

  @GetMapping("/messages/parked")
  @RolesAllowed({Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN})
  @Operation(summary = "List the messages that nobody has received yet, newest first")
  Page<ParkedMessage> parked(
      @Parameter(description = "Of this name only") @RequestParam(required = false) @Size(max = 255)
          @Nullable String name,
      PageQuery page) {
    return parked.list(name, page);
  }

  @DeleteMapping("/messages/parked/{id}")
  @RolesAllowed({Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Throw away a message that nobody has received yet")
  void drop(@Parameter(description = "The parked message") @PathVariable String id) {
    parked.drop(id);
  }

  @PostMapping("/signals")
  @Idempotent
  @Operation(
      summary = "Send a signal to everybody who waits for it",
      description =
          "Paused executions do not hear it. When one receiver fails, nobody has heard it and the answer"
              + " is 422.")
  ResponseEntity<SignalReceipt> broadcast(@Valid @RequestBody SignalRequest body) {
    return ResponseEntity.ok(
        messages.broadcast(
            new Signal(
                body.name(),
                body.variables() == null ? Map.of() : body.variables(),
                body.executionId())));
  }

  record MessageRequest(
      @Schema(description = "As the model names it", example = "payment-received")
          @NotBlank
          @Size(max = 255)
          String name,
      @Schema(description = "Of the waiting execution or of its caller", example = "ORD-2041")
          @Size(max = 255)
          @Nullable String businessKey,
      @Schema(description = "The only one that may receive it; none is started then")
          @Nullable ExecutionId executionId,
      @Schema(description = "Values that its variables must have", example = "{\"invoice\": 4711}")
          @Size(max = 20)
          @Nullable Map<String, JsonNode> correlation,
      @Schema(description = "Set in the execution that receives it", example = "{\"paid\": true}")
          @Size(max = 1000)
          @Nullable Map<String, JsonNode> variables,
      @Schema(
              description =
                  "How long it may wait for a receiver, PT1S to P30D; not at all when absent",
              type = "string",
              format = "duration",
              example = "PT24H")
          @Nullable Duration ttl) {}

  record SignalRequest(
      @Schema(description = "As the model names it", example = "shop-closed")
          @NotBlank
          @Size(max = 255)
          String name,
      @Schema(example = "{\"until\": \"2030-01-01\"}") @Size(max = 1000)
          @Nullable Map<String, JsonNode> variables,
      @Schema(description = "The only one that shall hear it") @Nullable ExecutionId executionId) {}
}
