package io.flowmaster.agents.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.agents.AgentEscalationView;
import io.flowmaster.agents.AgentEscalations;
import io.flowmaster.agents.AgentRunView;
import io.flowmaster.agents.EscalationStatus;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/agents/escalations")
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.EMPLOYEE})
@Tag(name = "Agents")
class AgentEscalationsController {
  private static final String ESCALATION = "the escalation's id";
  private final AgentEscalations escalations;

  AgentEscalationsController(AgentEscalations escalations) {
    this.escalations = escalations;
  }

  @GetMapping
  @Operation(
      summary = "List what agents gave to people",
      description =
          "Latest first. Administrators and managers see all, others what is assigned to them.")
  Page<AgentEscalationView> search(
      @Parameter(description = "what was decided") @RequestParam(required = false)
          @Nullable EscalationStatus status,
      @Parameter(description = "the agent's id") @RequestParam(required = false) @Size(max = 64)
          @Nullable String agent,
      @Parameter(description = "only what is assigned to you")
          @RequestParam(required = false, defaultValue = "false")
          boolean mine,
      PageQuery page) {
    return escalations.search(status, agent, mine, page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read an escalation, with the tool call that waits for an approval")
  ResponseEntity<AgentEscalationView> get(
      @Parameter(description = ESCALATION) @PathVariable String id) {
    AgentEscalationView found = escalations.get(id);
    return ResponseEntity.ok().eTag(found.revision().etag()).body(found);
  }

  @GetMapping("/{id}/trace")
  @Operation(summary = "Read each step of the work that was escalated")
  AgentRunView trace(@Parameter(description = ESCALATION) @PathVariable String id) {
    return escalations.trace(id);
  }

  @PutMapping("/{id}/guide")
  @Operation(
      summary = "Let the agent go on with guidance",
      description =
          "With approve, the tool call that waits is made, once and as it is; otherwise it is"
              + " refused. Who asked the agent cannot approve: 403.")
  AgentEscalationView guide(
      @Parameter(description = ESCALATION) @PathVariable String id,
      @Valid @RequestBody GuideAgentRequest body) {
    return escalations.guide(id, body.guidance(), Boolean.TRUE.equals(body.approve()));
  }

  @PutMapping("/{id}/override")
  @Operation(
      summary = "Answer in the agent's place",
      description =
          "The work is over with this output, and the agent can learn from it. Who asked the agent"
              + " cannot: 403.")
  AgentEscalationView override(
      @Parameter(description = ESCALATION) @PathVariable String id,
      @Valid @RequestBody OverrideAgentRequest body) {
    return escalations.override(id, body.output(), body.comment());
  }

  @PutMapping("/{id}/reject")
  @Operation(
      summary = "End the work without an answer",
      description = "A service task ends with the BPMN error AGENT_REJECTED.")
  AgentEscalationView reject(
      @Parameter(description = ESCALATION) @PathVariable String id,
      @Valid @RequestBody RejectAgentRequest body) {
    return escalations.reject(id, body.reason());
  }

  @PutMapping("/{id}/reassign")
  @Operation(summary = "Give the decision to somebody else")
  AgentEscalationView reassign(
      @Parameter(description = ESCALATION) @PathVariable String id,
      @Valid @RequestBody ReassignAgentRequest body) {
    return escalations.reassign(id, body.to(), body.comment());
  }

  record GuideAgentRequest(
      @Schema(description = "what the agent is to know", example = "Split it over both centres.")
          @NotBlank
          @Size(max = 10_000)
          String guidance,
      @Schema(description = "whether the tool call that waits may be made; not when absent")
          @Nullable Boolean approve) {}

  record OverrideAgentRequest(
      @Schema(description = "the answer, any JSON", example = "4711") @NotNull JsonNode output,
      @Schema(description = "why, for the agent's review") @Size(max = 2000)
          @Nullable String comment) {}

  record RejectAgentRequest(
      @Schema(description = "why", example = "Not ours to book") @NotBlank @Size(max = 2000)
          String reason) {}

  record ReassignAgentRequest(
      @Schema(description = "user id of who is to decide", example = "manager")
          @NotBlank
          @Size(max = 64)
          @Pattern(regexp = "\\P{Cntrl}*")
          String to,
      @Schema(description = "why") @Size(max = 2000) @Nullable String comment) {}
}
