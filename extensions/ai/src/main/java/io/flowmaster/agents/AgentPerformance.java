package io.flowmaster.agents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an agent does.
 *
 * @param versions latest first, those of its versions that did something
 */
public record AgentPerformance(List<OfVersion> versions) {
  public AgentPerformance {
    versions = List.copyOf(versions);
  }

  /**
   * How one version did.
   *
   * @param version which
   * @param runs pieces of work that were begun
   * @param done those that are over with an answer, a person's included
   * @param waiting those that wait for a person now
   * @param rejected those that a person ended
   * @param escalated those that a person had to look at at all
   * @param overridden those that a person answered
   * @param compared proposals that a person decided on, by answering or rejecting
   * @param agreed those of them that the person took as they were
   * @param agreementRate agreed of compared, 0 to 1; null when nothing was compared
   * @param confidence the average of its answers; null without answers
   * @param costUsd what the models took; null when no price is configured
   * @param inputTokens of all questions
   * @param outputTokens of all answers
   * @param lessons what people said of its answers
   */
  @Schema(name = "AgentVersionPerformance")
  public record OfVersion(
      int version,
      long runs,
      long done,
      long waiting,
      long rejected,
      long escalated,
      long overridden,
      long compared,
      long agreed,
      @Nullable Double agreementRate,
      @Nullable Double confidence,
      @Nullable BigDecimal costUsd,
      long inputTokens,
      long outputTokens,
      long lessons) {}
}
