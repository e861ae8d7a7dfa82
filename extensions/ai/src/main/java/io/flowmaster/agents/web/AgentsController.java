package io.flowmaster.agents.web;

import io.flowmaster.agents.AgentDraft;
import io.flowmaster.agents.AgentLimit;
import io.flowmaster.agents.AgentMode;
import io.flowmaster.agents.AgentSkills;
import io.flowmaster.agents.AgentVersionView;
import io.flowmaster.agents.AgentView;
import io.flowmaster.agents.Agents;
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
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
@RequestMapping("/agents")
@Tag(name = "Agents", description = "Digital employees with a human manager")
class AgentsController {
  private static final String AGENT = "the agent's id";
  private final Agents agents;

  AgentsController(Agents agents) {
    this.agents = agents;
  }

  @GetMapping
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.EMPLOYEE})
  @Operation(summary = "List the agents of this tenant")
  Page<AgentView> search(
      @Parameter(description = "words that name, role, instructions or skills hold")
          @RequestParam(required = false)
          @Size(max = 100)
          @Nullable String q,
      PageQuery page) {
    return agents.search(q, page);
  }

  @GetMapping("/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.EMPLOYEE})
  @Operation(summary = "Read an agent")
  ResponseEntity<AgentView> get(@Parameter(description = AGENT) @PathVariable String id) {
    return tagged(agents.get(id));
  }

  @PostMapping
  @Idempotent
  @RolesAllowed({Roles.ADMIN, Roles.DEVELOPER})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Make an agent",
      description = "It needs no language model until it is asked something.")
  ResponseEntity<AgentView> create(@Valid @RequestBody AgentBody body) {
    AgentView made = agents.create(body.draft());
    return ResponseEntity.created(URI.create("/agents/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @PutMapping("/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.DEVELOPER})
  @Operation(
      summary = "Change an agent",
      description = "Makes a new version; what it has begun goes on with the version of then.")
  ResponseEntity<AgentView> change(
      @Parameter(description = AGENT) @PathVariable String id,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody AgentBody body) {
    return tagged(agents.change(id, body.draft(), ifMatch));
  }

  @GetMapping("/{id}/versions")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.DEVELOPER})
  @Operation(summary = "List what an agent was", description = "Latest first.")
  Page<AgentVersionView> versions(
      @Parameter(description = AGENT) @PathVariable String id, PageQuery page) {
    return agents.versions(id, page);
  }

  @GetMapping("/{id}/versions/{number}")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.DEVELOPER})
  @Operation(summary = "Read a version of an agent")
  AgentVersionView version(
      @Parameter(description = AGENT) @PathVariable String id,
      @Parameter(description = "the version", example = "1") @PathVariable int number) {
    return agents.version(id, number);
  }

  @PutMapping("/{id}/stop")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
  @Operation(
      summary = "Switch an agent off",
      description = "The kill switch: it takes no new work, and no next step of what it has begun.")
  ResponseEntity<AgentView> stop(
      @Parameter(description = AGENT) @PathVariable String id,
      @Valid @RequestBody StopAgentRequest body) {
    return tagged(agents.stop(id, body.reason()));
  }

  @PutMapping("/{id}/start")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
  @Operation(summary = "Switch an agent on again")
  ResponseEntity<AgentView> start(@Parameter(description = AGENT) @PathVariable String id) {
    return tagged(agents.start(id));
  }

  @GetMapping("/{id}/skills")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.EMPLOYEE})
  @Operation(
      summary = "Read what an agent can do",
      description = "Its skills, and each tool that it may call as that is now.")
  AgentSkills skills(@Parameter(description = AGENT) @PathVariable String id) {
    return agents.skills(id);
  }

  private static ResponseEntity<AgentView> tagged(AgentView agent) {
    return ResponseEntity.ok().eTag(agent.revision().etag()).body(agent);
  }

  record StopAgentRequest(
      @Schema(description = "why, for those who wonder", example = "Books to the wrong centre")
          @NotBlank
          @Size(max = 1000)
          String reason) {}

  @Schema(name = "AgentRequest")
  record AgentBody(
      @Schema(description = "one in the tenant", example = "Invoice clerk")
          @NotBlank
          @Size(max = 200)
          String name,
      @Schema(description = "what it is, in a few words", example = "Accounts payable clerk")
          @NotBlank
          @Size(max = 500)
          String role,
      @Schema(
              description = "what it is to do and how; never put text of strangers here",
              example = "Propose the cost centre of an incoming invoice.")
          @NotBlank
          @Size(max = 20_000)
          String instructions,
      @Schema(description = "user id of the person to whom it escalates", example = "manager")
          @NotBlank
          @Size(max = 64)
          @Pattern(regexp = "\\P{Cntrl}*")
          String manager,
      @Schema(description = "which chain of models it asks; the usual one when absent")
          @Size(min = 1, max = 100)
          @Nullable String model,
      @Schema(description = "what it can do", example = "[\"invoice coding\"]") @Size(max = 50)
          @Nullable List<@NotBlank @Size(max = 200) String> skills,
      @Schema(description = "names of the tools that it may call; none when absent") @Size(max = 50)
          @Nullable List<@NotBlank @Size(max = 64) String> tools,
      @Schema(description = "tools that change something and need no approval of each call")
          @Size(max = 50)
          @Nullable List<@NotBlank @Size(max = 64) String> approvedTools,
      @Schema(description = "what it may not decide alone") @Size(max = 20)
          @Nullable List<@NotNull @Valid AgentLimit> limits,
      @Schema(description = "below it an answer is held; 0.7 when absent", example = "0.7")
          @DecimalMin("0")
          @DecimalMax("1")
          @Nullable Double confidenceThreshold,
      @Schema(description = "what its answers are good for; ACTIVE when absent")
          @Nullable AgentMode mode) {
    AgentDraft draft() {
      return new AgentDraft(
          name.strip(),
          role,
          instructions,
          manager,
          model,
          orNone(skills),
          orNone(tools),
          orNone(approvedTools),
          orNone(limits),
          confidenceThreshold == null ? AgentDraft.USUAL_THRESHOLD : confidenceThreshold,
          mode == null ? AgentMode.ACTIVE : mode);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
      return list == null ? List.of() : list;
    }
  }
}
