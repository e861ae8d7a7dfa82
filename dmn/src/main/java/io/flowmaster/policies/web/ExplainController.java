package io.flowmaster.policies.web;

import io.flowmaster.platform.AccessPolicy.Resource;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Reads;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.UserId;
import io.flowmaster.policies.Explanation;
import io.flowmaster.policies.PolicyBook;
import io.flowmaster.policies.PolicySubject;
import io.flowmaster.policies.SubjectAttributes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Try a policy, and say what it can know about people. */
@RestController
@RequestMapping("/policies")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Policies", description = "Attribute rules on top of roles: who may do what to what")
class ExplainController {
  private final PolicyBook policies;
  private final SubjectAttributes attributes;

  ExplainController(PolicyBook policies, SubjectAttributes attributes) {
    this.policies = policies;
    this.attributes = attributes;
  }

  @PostMapping("/explain")
  @Reads
  @Operation(summary = "Say what the policy decides about a case, and by which rule")
  Explanation explain(@Valid @RequestBody ExplainRequest body) {
    SubjectCase who = body.subject();
    Map<String, Object> noted =
        who.attributes() == null ? attributes.of(who.id()) : who.attributes();
    PolicySubject subject =
        new PolicySubject(
            who.id().value(),
            who.kind() == null ? Actor.Kind.PERSON : who.kind(),
            sorted(who.roles()),
            sorted(who.groups()),
            who.onBehalfOf() == null ? null : who.onBehalfOf().value(),
            noted);
    ResourceCase what = body.resource();
    Resource resource =
        new Resource(
            what.type(), what.id(), what.attributes() == null ? Map.of() : what.attributes());
    return policies.explain(subject, resource, body.action(), Boolean.TRUE.equals(body.draft()));
  }

  @GetMapping("/subjects/{id}")
  @Operation(summary = "Read what policies can know about somebody")
  Map<String, Object> attributes(
      @Parameter(description = "the user's, machine's or agent's id", example = "employee")
          @PathVariable
          UserId id) {
    return attributes.of(id);
  }

  @PutMapping("/subjects/{id}")
  @Operation(summary = "Say what policies can know about somebody; replaces what was there")
  Map<String, Object> change(
      @Parameter(description = "the user's, machine's or agent's id", example = "employee")
          @PathVariable
          UserId id,
      @RequestBody @Size(max = 50) Map<String, Object> body) {
    return attributes.put(id, body);
  }

  private static List<String> sorted(@Nullable List<String> values) {
    return values == null ? List.of() : values.stream().sorted().toList();
  }

  record ExplainRequest(
      @Schema(description = "who wants to do it") @NotNull @Valid SubjectCase subject,
      @Schema(description = "what it is to be done to") @NotNull @Valid ResourceCase resource,
      @Schema(
              description =
                  "read, claim, assign, release, delegate, respond, start, cancel, change, publish or evaluate",
              example = "claim")
          @NotBlank
          @Size(max = 50)
          String action,
      @Schema(description = "whether to ask the draft instead of what is in force")
          @Nullable Boolean draft) {}

  record SubjectCase(
      @NotNull @Schema(example = "employee") UserId id,
      Actor.@Nullable Kind kind,
      @Nullable @Size(max = 50) List<@NotNull @Size(max = 64) String> roles,
      @Schema(description = "stable ids of groups", example = "[\"staff\"]")
          @Nullable
          @Size(max = 500)
          List<@NotNull @Size(max = 255) String> groups,
      @Schema(description = "id of the person for whom it acts") @Nullable UserId onBehalfOf,
      @Schema(
              description = "when absent, what is noted about this id",
              example = "{\"region\": \"EMEA\"}")
          @Nullable
          @Size(max = 50)
          Map<String, Object> attributes) {}

  record ResourceCase(
      @Schema(description = "task, execution, process, rule-set or engine-rest", example = "task")
          @NotBlank
          @Size(max = 50)
          String type,
      @Nullable @Size(max = 300) String id,
      @Schema(description = "what rules can ask for", example = "{\"processKey\": \"invoice\"}")
          @Nullable
          @Size(max = 50)
          Map<String, Object> attributes) {}
}
