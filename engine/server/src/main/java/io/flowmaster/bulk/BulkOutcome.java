package io.flowmaster.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an item. Each commits what the action did; to roll back, throw. */
public sealed interface BulkOutcome {

  /**
   * It was done.
   *
   * @param detail shown with the item
   * @param memory given to the action again should the job be undone
   */
  record Done(@Nullable JsonNode detail, @Nullable JsonNode memory) implements BulkOutcome {}

  /**
   * There was nothing to do; undoing the job leaves the item alone.
   *
   * @param code in kebab-case
   * @param reason a sentence for a person
   */
  record Skipped(String code, String reason) implements BulkOutcome {}

  /**
   * It did not succeed, but what was done on the way stays.
   *
   * @param code in kebab-case
   * @param reason a sentence for a person
   * @param detail shown with the item
   */
  record Failed(String code, String reason, @Nullable JsonNode detail) implements BulkOutcome {}

  /**
   * Not decided yet: ask again.
   *
   * @param after how long to wait, a second at least to be fair to others
   * @param memory given to the action then
   */
  record Again(Duration after, JsonNode memory) implements BulkOutcome {}

  /** It was done, and there is nothing to say about it. */
  static BulkOutcome done() {
    return new Done(null, null);
  }
}
