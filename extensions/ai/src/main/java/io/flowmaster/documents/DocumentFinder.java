package io.flowmaster.documents;

import java.util.List;

/**
 * Finds passages in the documents that the current actor may see, by words and by meaning. For
 * questions over collections there is the area {@code knowledge}; this finds what somebody brought.
 */
public interface DocumentFinder {

  /**
   * Best first.
   *
   * @param question words or a question, 1 to 500 characters
   * @param most how many at most, 1 to 200
   */
  List<DocumentHit> find(String question, int most);
}
