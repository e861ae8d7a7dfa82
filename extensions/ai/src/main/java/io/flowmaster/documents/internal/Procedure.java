package io.flowmaster.documents.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says is done, in its order.
 *
 * @param steps tasks and decisions
 */
record Procedure(List<Step> steps) {

  /** Something that is done or decided. */
  sealed interface Step {}

  /**
   * Work of somebody.
   *
   * @param name what is done
   * @param role who does it; null when the document does not say
   * @param others who is asked or told, for the task's description; empty when nobody is
   * @param source where it stands
   */
  record Task(String name, @Nullable String role, String others, Source source) implements Step {}

  /**
   * A decision with what is done in either case; an empty branch goes on at once.
   *
   * @param question what is decided
   * @param role who decides; null when the document does not say
   * @param yes what is done when it is so
   * @param no what is done otherwise
   * @param yesEnds whether it is over after {@code yes}
   * @param noEnds whether it is over after {@code no}
   */
  record Decision(
      String question,
      @Nullable String role,
      List<Task> yes,
      List<Task> no,
      boolean yesEnds,
      boolean noEnds,
      Source source)
      implements Step {

    Decision otherwise(List<Task> tasks, boolean ends) {
      return new Decision(question, role, yes, tasks, yesEnds, ends, source);
    }
  }

  /** A place in the text of the whole document. */
  record Source(int start, int end, String sentence) {}
}
