package io.flowmaster.documents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A draft process that was made of a document.
 *
 * @param processId of the draft, to be looked at in the Designer
 * @param name of the process
 * @param designer where the Designer shows it, a path of the workspace
 * @param roles the lanes, in their order
 * @param tasks how many tasks it has
 * @param decisions how many decision points it has
 * @param links from each element to the sentence that it came from
 * @param notes what to look at, in sentences
 */
public record DocumentProcess(
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String processId,
    @Schema(example = "Purchase approval") String name,
    @Schema(example = "/designer/processes/01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String designer,
    @Schema(example = "[\"Clerk\", \"Manager\"]") List<String> roles,
    @Schema(example = "6") int tasks,
    @Schema(example = "1") int decisions,
    List<Link> links,
    @Schema(example = "[\"No role is named for 2 tasks.\"]") List<String> notes) {

  public DocumentProcess {
    roles = List.copyOf(roles);
    links = List.copyOf(links);
    notes = List.copyOf(notes);
  }

  /**
   * Where an element came from.
   *
   * @param elementId in the diagram
   * @param name of the element
   * @param page on which the sentence stands
   * @param start where it begins in the text of the whole document, in UTF-16 units
   * @param end where it ends there, exclusive
   * @param sentence as it stands there
   */
  @Schema(name = "SentenceLink")
  public record Link(
      @Schema(example = "task_1") String elementId,
      @Schema(example = "Check the request") String name,
      @Schema(example = "1") int page,
      @Schema(example = "120") int start,
      @Schema(example = "161") int end,
      @Schema(example = "The clerk checks the request.") String sentence) {}
}
