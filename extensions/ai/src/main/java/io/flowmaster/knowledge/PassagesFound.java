package io.flowmaster.knowledge;

import java.util.List;

/**
 * What a search found.
 *
 * @param passages best first; empty when there is no evidence
 * @param complete false while this node's index lacks sources that were brought lately
 */
public record PassagesFound(List<Passage> passages, boolean complete) {
  public PassagesFound {
    passages = List.copyOf(passages);
  }
}
