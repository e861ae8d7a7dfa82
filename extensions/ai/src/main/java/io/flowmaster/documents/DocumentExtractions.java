package io.flowmaster.documents;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in documents, and what people corrected in it. Without a language model it is found
 * by rules, check digits, embedded XML and what was learned from corrections; with one, by it as
 * well.
 */
public interface DocumentExtractions {

  /**
   * Finds values in a document that the actor may see.
   *
   * @throws DocumentNotFound when there is none
   * @throws DocumentNotReady when it has not been read
   */
  Extraction extract(String document, ExtractionWish wish);

  /**
   * Extractions of documents that the actor may see that wait, or waited, for a person; oldest
   * first.
   *
   * @param status null for all
   */
  Page<ExtractionReview> reviews(ExtractionReview.@Nullable Status status, PageQuery page);

  /**
   * @throws ReviewNotFound when there is none, or its document may not be seen
   */
  ExtractionReview review(String id);

  /**
   * Says what is right; the sender's template learns from it.
   *
   * @param fields the right values by the name of the field; what is not named was right; null
   *     takes a value away
   * @throws ReviewNotFound when there is none
   * @throws ReviewDone when it was done before
   */
  ExtractionReview correct(String id, Map<String, @Nullable String> fields);

  /**
   * Element templates of bpmn.io for service tasks that the worker {@code document-extract} works.
   */
  List<Map<String, Object>> elementTemplates();

  /** What was learned of senders, by sender, latest version first. */
  Page<ExtractionTemplate> templates(PageQuery page);
}
