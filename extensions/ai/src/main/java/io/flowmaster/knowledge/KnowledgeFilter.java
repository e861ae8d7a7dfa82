package io.flowmaster.knowledge;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where to look; what is empty or null does not narrow.
 *
 * @param collections ids or names of collections, any of which
 * @param sources ids of sources, any of which
 * @param language of the passages: {@code en}, {@code de} or {@code und} for any other
 * @param attributes of the source, all of which it must have
 */
public record KnowledgeFilter(
    @Schema(example = "[\"Handbook\"]") @Size(max = 50)
        List<@Size(min = 1, max = 200) String> collections,
    @Schema(example = "[]") @Size(max = 50) List<@Size(min = 1, max = 64) String> sources,
    @Schema(example = "en") @Pattern(regexp = "en|de|und") @Nullable String language,
    @Schema(example = "{\"department\": \"purchasing\"}") @Size(max = 20)
        Map<@Size(max = 100) String, @Size(max = 200) String> attributes) {

  /** Everywhere. */
  public static final KnowledgeFilter NONE =
      new KnowledgeFilter(List.of(), List.of(), null, Map.of());

  public KnowledgeFilter {
    collections = collections == null ? List.of() : List.copyOf(collections);
    sources = sources == null ? List.of() : List.copyOf(sources);
    attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
  }

  /** In these collections only; none means everywhere. */
  public static KnowledgeFilter in(List<String> collections) {
    return new KnowledgeFilter(collections, List.of(), null, Map.of());
  }
}
