package io.flowmaster.policies.web;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.policies.PolicyBook;
import io.flowmaster.policies.PolicyVersion;
import io.flowmaster.policies.PolicyView;
import io.flowmaster.rules.DecisionTableSketch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/policies")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Policies", description = "Attribute rules on top of roles: who may do what to what")
class PoliciesController {
  private static final String ETAG = "the ETag of the read";
  private final PolicyBook policies;

  PoliciesController(PolicyBook policies) {
    this.policies = policies;
  }

  @GetMapping
  @Operation(summary = "Read the access policy in force and its draft")
  ResponseEntity<PolicyView> current() {
    return ok(policies.current());
  }

  @PutMapping("/draft")
  @Operation(
      summary = "Keep a draft of the access policy",
      description =
          "One decision table, with hit policy RULE ORDER most often, over subject (id, kind, roles,"
              + " groups, onBehalfOf, attributes), resource (type, id, attributes) and action, with the"
              + " outputs effect (allow or deny) and, if wanted, reason. A draft changes nobody's access.")
  ResponseEntity<PolicyView> draft(
      @Parameter(description = ETAG, example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody DraftRequest body) {
    return ok(policies.draft(body.dmnXml(), body.table(), ifMatch));
  }

  @PostMapping("/publish")
  @Operation(summary = "Put the draft in force")
  ResponseEntity<PolicyView> publish(
      @Parameter(description = ETAG, example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable PublishPolicyRequest body) {
    return ok(policies.publish(body == null ? null : body.changelog(), ifMatch));
  }

  @PostMapping("/rollback")
  @Operation(summary = "Put an earlier version in force again, as a new one")
  ResponseEntity<PolicyView> rollBack(
      @Parameter(description = ETAG, example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody RollbackPolicyRequest body) {
    return ok(policies.rollBack(body.version(), ifMatch));
  }

  @DeleteMapping
  @Operation(summary = "Take the policy out of force, so that the roles alone decide")
  ResponseEntity<PolicyView> disable(
      @Parameter(description = ETAG, example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    return ok(policies.disable(ifMatch));
  }

  @GetMapping("/versions")
  @Operation(summary = "List the versions of the access policy, latest first")
  Page<PolicyVersion> versions(PageQuery page) {
    return policies.versions(page);
  }

  @GetMapping("/versions/{version}")
  @Operation(summary = "Read a version of the access policy with its rules")
  PolicyVersion version(
      @Parameter(description = "the version's number", example = "1") @PathVariable int version) {
    return policies.version(version);
  }

  private static ResponseEntity<PolicyView> ok(PolicyView policy) {
    return ResponseEntity.ok().eTag(policy.revision().etag()).body(policy);
  }

  record DraftRequest(
      @Size(max = 2_000_000) @Nullable String dmnXml,
      @Schema(description = "the table without XML, in place of dmnXml") @Valid
          @Nullable DecisionTableSketch table) {}

  record PublishPolicyRequest(@Size(max = 2000) @Nullable String changelog) {}

  record RollbackPolicyRequest(@Positive int version) {}
}
