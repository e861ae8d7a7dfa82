package io.flowmaster.engine.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.engine.internal.PolicyFindings.Place;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a form must not do: its FEEL is evaluated on the server too. */
final class FormPolicy {
  private static final Place NOWHERE = new Place(null, 0, 0);

  private FormPolicy() {}

  static void check(byte[] content, PolicyFindings findings) {
    StreamReadConstraints limits =
        StreamReadConstraints.builder().maxNestingDepth(findings.limits().deepestNesting()).build();
    JsonFactory json = JsonFactory.builder().streamReadConstraints(limits).build();
    try {
      walk(new ObjectMapper(json).readTree(content), NOWHERE, findings);
    } catch (StreamConstraintsException e) {
      findings.refuse(
          NOWHERE, Violation.SIZE, "The form is nested too deeply or too large. Simplify it.");
    } catch (IOException broken) {
      return; // not JSON: the engine's to complain of
    }
  }

  private static void walk(JsonNode node, Place outer, PolicyFindings findings) {
    String id = name(node);
    Place place = id == null ? outer : new Place(id, 0, 0);
    if (node.isTextual() && node.textValue().startsWith("=")) {
      findings.feel(place, node.textValue().substring(1), false);
    }
    node.forEach(child -> walk(child, place, findings));
  }

  private static @Nullable String name(JsonNode node) {
    String id = node.path("id").textValue();
    return id == null ? node.path("key").textValue() : id;
  }
}
