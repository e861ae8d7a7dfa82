package io.flowmaster.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be found.
 *
 * @param types which entities; empty for all
 * @param schema a JSON Schema of an object whose properties are the fields; null for those of an
 *     invoice or order
 */
public record ExtractionWish(Set<EntityType> types, @Nullable JsonNode schema) {
  /** Everything that is found without being asked for. */
  public static final ExtractionWish ALL = new ExtractionWish(Set.of(), null);

  public ExtractionWish {
    types = Set.copyOf(types);
  }
}
