package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.dxg.internal.Suggestions.Suggestion;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers what was suggested for which field and what people made of it. No value is kept, only a
 * digest that tells whether the submitted one is the same.
 */
interface FieldTrust {

  /** What is known of the fields of a task's form. */
  Trusted of(TenantId tenant, CaseFile.Work task);

  /**
   * Remembers what was offered, in place of what was offered for the task before.
   *
   * @return whether it differs from that
   */
  boolean remember(TenantId tenant, CaseFile.Work task, List<Offer> offers);

  /** Compares what was offered with what was submitted. */
  void settle(TenantId tenant, String task, Map<String, JsonNode> submitted);

  /** A suggestion, and whether people see it. */
  record Offer(String field, Suggestion suggestion, boolean isShown) {}

  /**
   * @param paused fields that people keep correcting
   * @param shown fields for which something was shown in this task before
   */
  record Trusted(Set<String> paused, Set<String> shown) {
    boolean isFilled(String field) {
      return !paused.contains(field);
    }

    boolean wasShown(String field) {
      return shown.contains(field);
    }
  }
}
