package io.flowmaster.agents.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.agents.AgentCaseView;
import io.flowmaster.agents.AgentExampleView;
import io.flowmaster.agents.AgentLearning;
import io.flowmaster.agents.AgentLesson;
import io.flowmaster.agents.AgentPerformance;
import io.flowmaster.agents.AgentTemplates;
import io.flowmaster.agents.ExampleStatus;
import io.flowmaster.platform.Idempotent;
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
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/agents")
@Tag(name = "Agents")
class AgentLearningController {
  private static final String AGENT = "the agent's id";
  private static final String EXAMPLE = "the example's id";
  private final AgentLearning learning;
  private final AgentTemplates templates;

  AgentLearningController(AgentLearning learning, AgentTemplates templates) {
    this.learning = learning;
    this.templates = templates;
  }

  @GetMapping("/element-templates")
  @RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.DEVELOPER})
  @Operation(
      summary = "Read the element templates of agents",
      description = "For the modeler (bpmn.io, Camunda 7): service tasks that 'ai-agent' works.")
  List<JsonNode> elementTemplates() {
    return templates.all();
  }

  @PostMapping("/{id}/learn")
  @Idempotent
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.EMPLOYEE})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Say what is right or wrong with an answer",
      description =
          "A correction waits for a review, and is used only when the agent's evaluation set"
              + " passes with it.")
  ResponseEntity<AgentExampleView> learn(
      @Parameter(description = AGENT) @PathVariable String id,
      @Valid @RequestBody LessonRequest body) {
    AgentExampleView made = learning.learn(id, body.lesson());
    return ResponseEntity.created(URI.create("/agents/" + id + "/examples/" + made.id()))
        .body(made);
  }

  @GetMapping("/{id}/examples")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.DEVELOPER})
  @Operation(summary = "List what people said of an agent's answers", description = "Latest first.")
  Page<AgentExampleView> examples(
      @Parameter(description = AGENT) @PathVariable String id,
      @Parameter(description = "how far they are") @RequestParam(required = false)
          @Nullable ExampleStatus status,
      PageQuery page) {
    return learning.examples(id, status, page);
  }

  @GetMapping("/{id}/examples/{example}")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.DEVELOPER})
  @Operation(summary = "Read an example")
  AgentExampleView example(
      @Parameter(description = AGENT) @PathVariable String id,
      @Parameter(description = EXAMPLE) @PathVariable String example) {
    return learning.example(id, example);
  }

  @PutMapping("/{id}/examples/{example}/accept")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
  @Operation(
      summary = "Accept a correction",
      description =
          "The agent's evaluation set is tried with it in the background: EVALUATING, then IN_USE,"
              + " or UNFIT when a case fails that passes without it.")
  AgentExampleView accept(
      @Parameter(description = AGENT) @PathVariable String id,
      @Parameter(description = EXAMPLE) @PathVariable String example) {
    return learning.accept(id, example);
  }

  @PutMapping("/{id}/examples/{example}/reject")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
  @Operation(summary = "Reject a correction, or use it no longer")
  AgentExampleView reject(
      @Parameter(description = AGENT) @PathVariable String id,
      @Parameter(description = EXAMPLE) @PathVariable String example) {
    return learning.reject(id, example);
  }

  @GetMapping("/{id}/cases")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.DEVELOPER})
  @Operation(summary = "List an agent's evaluation set", description = "Oldest first.")
  Page<AgentCaseView> cases(
      @Parameter(description = AGENT) @PathVariable String id, PageQuery page) {
    return learning.cases(id, page);
  }

  @PostMapping("/{id}/cases")
  @Idempotent
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.DEVELOPER})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Add a case to an agent's evaluation set")
  ResponseEntity<AgentCaseView> addCase(
      @Parameter(description = AGENT) @PathVariable String id,
      @Valid @RequestBody AgentCaseRequest body) {
    AgentCaseView made = learning.addCase(id, body.input(), body.expected(), body.outputSchema());
    return ResponseEntity.created(URI.create("/agents/" + id + "/cases/" + made.id())).body(made);
  }

  @DeleteMapping("/{id}/cases/{evaluationCase}")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.DEVELOPER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take a case out of an agent's evaluation set")
  void deleteCase(
      @Parameter(description = AGENT) @PathVariable String id,
      @Parameter(description = "the case's id") @PathVariable String evaluationCase) {
    learning.deleteCase(id, evaluationCase);
  }

  @GetMapping("/{id}/performance")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
  @Operation(
      summary = "Read how an agent does",
      description = "By version. The agreement rate counts proposals on which a person decided.")
  AgentPerformance performance(@Parameter(description = AGENT) @PathVariable String id) {
    return learning.performance(id);
  }

  record LessonRequest(
      @Schema(description = "what the agent was asked, any JSON", example = "Which cost centre?")
          @NotNull
          JsonNode input,
      @Schema(description = "what it answered, any JSON", example = "4711") @NotNull
          JsonNode output,
      @Schema(description = "what is right or wrong with it", example = "Wrong cost centre")
          @NotBlank
          @Size(max = 2000)
          String feedback,
      @Schema(description = "what it should have answered; nothing is learned when absent")
          @Nullable JsonNode correction,
      @Schema(description = "the run that it is about") @Size(min = 1, max = 64)
          @Nullable String run) {
    AgentLesson lesson() {
      return new AgentLesson(
          input,
          output,
          feedback,
          correction == null || correction.isNull() ? null : correction,
          run);
    }
  }

  record AgentCaseRequest(
      @Schema(description = "what the agent is asked, any JSON", example = "Which cost centre?")
          @NotNull
          JsonNode input,
      @Schema(description = "what it has to answer, any JSON", example = "4711") @NotNull
          JsonNode expected,
      @Schema(description = "JSON Schema of the output; text when absent", type = "object")
          @Nullable JsonNode outputSchema) {}
}
