package io.flowmaster.identity.web;

import io.flowmaster.identity.Groups;
import io.flowmaster.identity.Groups.GroupView;
import io.flowmaster.identity.Users.PersonView;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
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
@RequestMapping("/groups")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Groups", description = "Whom tasks are offered to")
class GroupsController {
  private final Groups groups;

  GroupsController(Groups groups) {
    this.groups = groups;
  }

  @GetMapping
  @AnyRole
  @Operation(summary = "List the groups of this tenant")
  Page<GroupView> search(
      @Parameter(description = "a part of id or name", example = "staff")
          @RequestParam(required = false)
          @Size(max = 200)
          @Nullable String q,
      PageQuery page) {
    return groups.search(q, page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read a group")
  ResponseEntity<GroupView> get(
      @Parameter(description = "the group's id", example = "staff") @PathVariable String id) {
    return ok(groups.get(id));
  }

  @PostMapping
  @Idempotent
  @Operation(summary = "Make a group")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<GroupView> create(@Valid @RequestBody CreateGroupRequest body) {
    GroupView made = groups.create(body.id(), body.name());
    return ResponseEntity.created(URI.create("/groups/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @PutMapping("/{id}")
  @Operation(summary = "Rename a group")
  ResponseEntity<GroupView> rename(
      @Parameter(description = "the group's id", example = "staff") @PathVariable String id,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody RenameGroupRequest body) {
    return ok(groups.rename(id, body.name(), ifMatch));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a group; its members stay users")
  void delete(
      @Parameter(description = "the group's id", example = "staff") @PathVariable String id) {
    groups.delete(id);
  }

  @GetMapping("/{id}/members")
  @Operation(summary = "List the members of a group")
  Page<PersonView> members(
      @Parameter(description = "the group's id", example = "staff") @PathVariable String id,
      PageQuery page) {
    return groups.members(id, page);
  }

  @PutMapping("/{id}/members/{user}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Make a user a member of a group")
  void addMember(
      @Parameter(description = "the group's id", example = "staff") @PathVariable String id,
      @Parameter(description = "the user's id", example = "employee") @PathVariable UserId user) {
    groups.addMember(id, user);
  }

  @DeleteMapping("/{id}/members/{user}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take a user out of a group")
  void removeMember(
      @Parameter(description = "the group's id", example = "staff") @PathVariable String id,
      @Parameter(description = "the user's id", example = "employee") @PathVariable UserId user) {
    groups.removeMember(id, user);
  }

  private static ResponseEntity<GroupView> ok(GroupView group) {
    return ResponseEntity.ok().eTag(group.revision().etag()).body(group);
  }

  record CreateGroupRequest(
      @Schema(description = "as BPMN models will name it; it never changes", example = "staff")
          @NotBlank
          @Size(max = 64)
          String id,
      @Schema(example = "Staff")
          @NotBlank
          @Size(max = 200)
          @Pattern(regexp = UsersController.PRINTABLE)
          String name) {}

  record RenameGroupRequest(
      @Schema(example = "Staff")
          @NotBlank
          @Size(max = 200)
          @Pattern(regexp = UsersController.PRINTABLE)
          String name) {}
}
