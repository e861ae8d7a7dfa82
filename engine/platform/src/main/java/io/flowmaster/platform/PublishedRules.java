package io.flowmaster.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decisions that other areas ask by the key of a rule set of the current tenant. */
public interface PublishedRules {

  /**
   * Evaluates the main decision of the latest published version.
   *
   * @param facts plain JSON; what a table does not ask for is not looked at
   * @return empty when there is no published rule set with the key
   * @throws Problem when the facts lack what the decision needs
   */
  Optional<Verdict> evaluate(String key, Map<String, JsonNode> facts);

  /**
   * What a decision came to.
   *
   * @param name of the rule set
   * @param hits the rules that matched, in order
   */
  record Verdict(String key, String name, int version, List<Hit> hits) {
    public Verdict {
      hits = List.copyOf(hits);
    }
  }

  /**
   * A rule that matched.
   *
   * @param index its place in the table, from 1
   * @param outputs what it gave, by output name
   */
  record Hit(int index, @Nullable String description, Map<String, JsonNode> outputs) {}
}
