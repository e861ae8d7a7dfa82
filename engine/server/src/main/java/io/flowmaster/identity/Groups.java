package io.flowmaster.identity;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The groups of the current tenant: whom tasks are offered to. */
public interface Groups {

  /** Groups whose id or name contains the text, by id; null for all. */
  Page<GroupView> search(@Nullable String text, PageQuery page);

  /**
   * @throws GroupNotFound when it is not there
   */
  GroupView get(String group);

  /**
   * @param id lower-case letters, digits and hyphens; BPMN models name it, so it never changes
   * @throws IdTaken when the tenant has such a group
   */
  GroupView create(String id, String name);

  /**
   * @param ifMatch the {@code ETag} of the read
   */
  GroupView rename(String group, String name, @Nullable String ifMatch);

  /** Deletes the group; its members stay users. */
  void delete(String group);

  /** The members by id, also disabled ones. */
  Page<Users.PersonView> members(String group, PageQuery page);

  /**
   * Makes a user of the tenant a member; does nothing when it is one.
   *
   * @throws UserNotFound when it is no user of this tenant
   */
  void addMember(String group, UserId user);

  /** Ends the membership; does nothing when there is none. */
  void removeMember(String group, UserId user);

  /** A group. */
  record GroupView(
      @Schema(description = "as BPMN models name it in candidateGroups", example = "staff")
          String id,
      @Schema(example = "Staff") String name,
      @Schema(description = "how many members it has", example = "2") long members,
      @Schema(hidden = true) @com.fasterxml.jackson.annotation.JsonIgnore Revision revision) {}
}
