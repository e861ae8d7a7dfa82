package io.flowmaster.agents;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/** How the current tenant's agents become better, and how good they are. */
public interface AgentLearning {

  /** Takes what a person says of an answer. A correction waits for a review. */
  AgentExampleView learn(String agent, AgentLesson lesson);

  /**
   * Latest first.
   *
   * @param status null for all
   */
  Page<AgentExampleView> examples(String agent, @Nullable ExampleStatus status, PageQuery page);

  /**
   * @throws AgentExampleNotFound when the agent has none of that id
   */
  AgentExampleView example(String agent, String id);

  /**
   * Has the evaluation set tried with it, and uses it when no case fails that passes without.
   *
   * @throws AgentExampleReviewed when it was reviewed already, or holds no correction
   * @throws io.flowmaster.models.NoModelConfigured when there is a set and no language model
   */
  AgentExampleView accept(String agent, String id);

  /** It is not used, or not any more. */
  AgentExampleView reject(String agent, String id);

  /** The evaluation set, oldest first. */
  Page<AgentCaseView> cases(String agent, PageQuery page);

  /** Adds a case to the evaluation set. */
  AgentCaseView addCase(
      String agent, JsonNode input, JsonNode expected, @Nullable JsonNode outputSchema);

  /**
   * @throws AgentExampleNotFound when the agent has no such case
   */
  void deleteCase(String agent, String id);

  /** How each version does. */
  AgentPerformance performance(String agent);
}
