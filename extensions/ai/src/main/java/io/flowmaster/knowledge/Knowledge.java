package io.flowmaster.knowledge;

/**
 * What the current tenant knows, as far as the current actor may read it. Collections that it may
 * not read take no part in the search: neither their passages nor their number show.
 */
public interface Knowledge {

  /**
   * Finds passages, best first; asks no language model. Without evidence there are none, however
   * many weak matches there would be.
   *
   * @throws CollectionNotFound when the filter names a collection that the actor may not read
   */
  PassagesFound search(KnowledgeQuestion question);

  /**
   * Answers from passages, and from nothing else. Whether a language model wrote the answer stands
   * in it; without one, or when it fails, the passages are the answer.
   *
   * @throws CollectionNotFound when the filter names a collection that the actor may not read
   */
  KnowledgeAnswer ask(KnowledgeQuestion question);
}
