package io.flowmaster.knowledge;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;

/** The sources in the collections that the current actor may read. */
public interface KnowledgeSources {

  /**
   * Takes a text; its passages are made ready in the background, and until then what had the same
   * key is found.
   *
   * @throws CollectionNotFound when the actor has no such collection
   * @throws ContentRefused when there is no text in it, or too much
   */
  KnowledgeSource ingest(NewKnowledgeSource source);

  /** Those of a collection, latest first. */
  Page<KnowledgeSource> search(String collection, PageQuery page);

  /**
   * @throws KnowledgeSourceNotFound when it is not there or not for the actor
   */
  KnowledgeSource get(String id);

  /** It and its passages are not found any more from now on. */
  void delete(String id);
}
