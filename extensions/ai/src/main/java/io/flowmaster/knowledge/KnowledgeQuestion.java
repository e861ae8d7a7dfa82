package io.flowmaster.knowledge;

import io.flowmaster.platform.InvalidValue;

/**
 * What is asked.
 *
 * @param question in words, 1 to 2,000 characters
 * @param topK how many passages at most, 1 to 50
 * @param filter where to look
 */
public record KnowledgeQuestion(String question, int topK, KnowledgeFilter filter) {
  public static final int USUAL_TOP_K = 5;
  public static final int MOST_PASSAGES = 50;
  private static final int LONGEST = 2_000;

  public KnowledgeQuestion {
    if (question.isBlank() || question.length() > LONGEST) {
      throw new InvalidValue("question", "A question has 1 to " + LONGEST + " characters.");
    }
    if (topK < 1 || topK > MOST_PASSAGES) {
      throw new InvalidValue("top-k", "topK is a whole number from 1 to " + MOST_PASSAGES + ".");
    }
  }

  /** Everywhere that the actor may read, with the usual number of passages. */
  public static KnowledgeQuestion of(String question) {
    return new KnowledgeQuestion(question, USUAL_TOP_K, KnowledgeFilter.NONE);
  }
}
