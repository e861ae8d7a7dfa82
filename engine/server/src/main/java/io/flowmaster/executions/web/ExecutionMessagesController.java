package io.flowmaster.executions.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionMessages;
import io.flowmaster.executions.MessageCorrelation;
import io.flowmaster.executions.MessageReceipt;
import io.flowmaster.executions.Signal;
import io.flowmaster.executions.SignalReceipt;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Messages and signals for executions. */
@RestController
@RequestMapping("/executions")
@Tag(name = "Executions")
@RolesAllowed({Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN, Roles.WORKER})
class ExecutionMessagesController {
  private final ExecutionMessages messages;

  ExecutionMessagesController(ExecutionMessages messages) {
    this.messages = messages;
  }

  @PostMapping("/messages")
  @Idempotent
  @Operation(
      summary = "Bring a message to the execution that waits for it",
      description =
          "Exactly one must wait and match: none answers 404, several 409. When none waits and a process"
              + " begins with the message, it is started.")
  ResponseEntity<MessageReceipt> correlate(@Valid @RequestBody MessageRequest body) {
    return ResponseEntity.ok(
        messages.correlate(
            new MessageCorrelation(
                body.name(),
                body.businessKey(),
                body.executionId(),
                body.correlation() == null ? Map.of() : body.correlation(),
                body.variables() == null ? Map.of() : body.variables())));
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
          @Nullable Map<String, JsonNode> variables) {}

  record SignalRequest(
      @Schema(description = "As the model names it", example = "shop-closed")
          @NotBlank
          @Size(max = 255)
          String name,
      @Schema(example = "{\"until\": \"2030-01-01\"}") @Size(max = 1000)
          @Nullable Map<String, JsonNode> variables,
      @Schema(description = "The only one that shall hear it") @Nullable ExecutionId executionId) {}
}
