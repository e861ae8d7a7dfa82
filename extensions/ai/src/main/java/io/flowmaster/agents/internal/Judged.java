package io.flowmaster.agents.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.agents.AgentAnswer.AgentCitation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An answer, and how sure it is. It begins with what the model says of itself, which alone is not
 * worth much, and is lowered by what can be seen from outside:
 *
 * <ul>
 *   <li>times 0.7 when tools gave results and the answer names none of them;
 *   <li>times 0.8 for each source that it names and that does not exist;
 *   <li>times 0.9 for each tool that failed, three at most.
 * </ul>
 *
 * An answer without a confidence counts as 0.5.
 */
record Judged(JsonNode output, double confidence, List<AgentCitation> citations) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double UNSAID = 0.5;
  private static final double NO_SOURCE = 0.7;
  private static final double FALSE_SOURCE = 0.8;
  private static final double FAILED_TOOL = 0.9;
  private static final int MOST_FAILED = 3;

  /** Empty when it is no answer at all. */
  static Optional<Judged> of(String text, Map<String, AgentCitation> citable, int failedTools) {
    JsonNode said;
    try {
      said = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    if (said == null || !said.hasNonNull("output")) {
      return Optional.empty();
    }
    Set<String> named = new LinkedHashSet<>();
    said.path("citations").forEach(each -> named.add(each.asText()));
    List<AgentCitation> real = new ArrayList<>();
    named.stream().filter(citable::containsKey).map(citable::get).forEach(real::add);
    double confidence = stated(said.path("confidence"));
    if (!citable.isEmpty() && real.isEmpty()) {
      confidence *= NO_SOURCE;
    }
    confidence *= Math.pow(FALSE_SOURCE, named.size() - real.size());
    confidence *= Math.pow(FAILED_TOOL, Math.min(MOST_FAILED, failedTools));
    return Optional.of(new Judged(HiddenSecrets.in(said.get("output")), rounded(confidence), real));
  }

  private static double stated(JsonNode confidence) {
    return confidence.isNumber() ? Math.max(0, Math.min(1, confidence.doubleValue())) : UNSAID;
  }

  private static double rounded(double confidence) {
    return Math.round(confidence * 1000) / 1000.0;
  }
}
