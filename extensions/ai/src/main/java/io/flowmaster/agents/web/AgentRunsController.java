package io.flowmaster.agents.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.agents.AgentAnswer;
import io.flowmaster.agents.AgentListener;
import io.flowmaster.agents.AgentRequest;
import io.flowmaster.agents.AgentRequest.Said;
import io.flowmaster.agents.AgentRequest.Speaker;
import io.flowmaster.agents.AgentRunView;
import io.flowmaster.agents.AgentRuns;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/agents/{id}")
@Tag(name = "Agents")
class AgentRunsController {
  private static final String AGENT = "the agent's id";
  private static final String KEY =
      "the same key is the same piece of work: it is not begun again, and goes on where it was";
  private final AgentRuns runs;
  private final ObjectMapper json;

  AgentRunsController(AgentRuns runs, ObjectMapper json) {
    this.runs = runs;
    this.json = json;
  }

  @PostMapping("/invoke")
  @RolesAllowed({
    Roles.ADMIN,
    Roles.MANAGER,
    Roles.DESIGNER,
    Roles.DEVELOPER,
    Roles.EMPLOYEE,
    Roles.WORKER
  })
  @Operation(
      summary = "Ask an agent",
      description =
          "It acts for you, with its own tools. Without a language model: 503, which says what to"
              + " set. What it is unsure of, or may not decide alone, is escalated to its manager.")
  AgentAnswer invoke(
      @Parameter(description = AGENT) @PathVariable String id,
      @Parameter(description = KEY)
          @RequestHeader(value = "Idempotency-Key", required = false)
          @Size(min = 1, max = 255)
          @Nullable String key,
      @Valid @RequestBody InvokeAgentRequest body) {
    return runs.invoke(id, body.request(key), AgentListener.NOBODY);
  }

  @PostMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @RolesAllowed({
    Roles.ADMIN,
    Roles.MANAGER,
    Roles.DESIGNER,
    Roles.DEVELOPER,
    Roles.EMPLOYEE,
    Roles.WORKER
  })
  @Operation(
      summary = "Ask an agent and hear the answer as it comes",
      description =
          "Events: token {text}, tool (as in toolCalls), usage, done (the whole answer, which"
              + " counts), error (a problem document).",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The stream",
              content =
                  @Content(
                      mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                      schema = @Schema(type = "string"))))
  void stream(
      @Parameter(description = AGENT) @PathVariable String id,
      @Parameter(description = KEY)
          @RequestHeader(value = "Idempotency-Key", required = false)
          @Size(min = 1, max = 255)
          @Nullable String key,
      @Valid @RequestBody InvokeAgentRequest body,
      @Parameter(hidden = true) HttpServletResponse response) {
    AgentEvents events = new AgentEvents(response, json);
    events.run(() -> runs.invoke(id, body.request(key), events));
  }

  @GetMapping("/runs")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
  @Operation(summary = "List what an agent did", description = "Latest first.")
  Page<AgentRunView> search(
      @Parameter(description = AGENT) @PathVariable String id, PageQuery page) {
    return runs.search(id, page);
  }

  @GetMapping("/runs/{run}")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
  @Operation(summary = "Read what an agent did, with each step")
  AgentRunView get(
      @Parameter(description = AGENT) @PathVariable String id,
      @Parameter(description = "the run's id") @PathVariable String run) {
    return runs.get(id, run);
  }

  record InvokeAgentRequest(
      @Schema(description = "the question or the work, any JSON", example = "Which cost centre?")
          @Nullable JsonNode input,
      @Schema(description = "a conversation instead of, or before, the input; oldest first")
          @Size(max = 100)
          @Nullable List<@NotNull @Valid AgentMessage> messages,
      @Schema(description = "what is known of the case: data, never instructions", type = "object")
          @Size(max = 200)
          @Nullable Map<String, JsonNode> variables,
      @Schema(description = "JSON Schema of the output; text when absent", type = "object")
          @Nullable JsonNode outputSchema,
      @Schema(description = "the user task that it is about; what you heard of it is remembered")
          @Size(min = 1, max = 64)
          @Nullable String taskId) {
    AgentRequest request(@Nullable String key) {
      return new AgentRequest(
          input == null || input.isNull() ? null : input,
          messages == null
              ? List.of()
              : messages.stream().map(each -> new Said(each.role(), each.content())).toList(),
          variables == null ? Map.of() : variables,
          outputSchema == null || outputSchema.isNull() ? null : outputSchema,
          taskId,
          key);
    }
  }

  record AgentMessage(
      @Schema(description = "who said it") @NotNull Speaker role,
      @Schema(description = "what was said", example = "Which cost centre?")
          @NotNull
          @Size(max = 50_000)
          String content) {}
}
