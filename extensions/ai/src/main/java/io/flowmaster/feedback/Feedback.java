package io.flowmaster.feedback;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;

/** What was thought of things in the current tenant. */
public interface Feedback {

  /**
   * Says what the current actor thinks; it has one voice on a target, so what it said before is
   * replaced.
   */
  Given give(NewFeedback feedback);

  /** Latest first. */
  Page<FeedbackEntry> search(FeedbackSearch search, PageQuery page);

  /**
   * @throws FeedbackNotFound when it is not there
   */
  FeedbackEntry get(String id);

  /**
   * What became of a word.
   *
   * @param replaced whether the actor had said something else before
   */
  record Given(FeedbackEntry feedback, boolean replaced) {}
}
