package io.flowmaster.models;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A chain of models under a name.
 *
 * @param name as the configuration has it
 * @param models as {@code provider/model}: the first is asked, the others when those before fail
 */
public record ModelClass(
    @Schema(description = "as the configuration has it", example = "usual") String name,
    @Schema(
            description = "provider/model: the first is asked, the others when those before fail",
            example = "[\"local/llama3.1:8b\"]")
        List<String> models) {
  public ModelClass {
    models = List.copyOf(models);
  }
}
