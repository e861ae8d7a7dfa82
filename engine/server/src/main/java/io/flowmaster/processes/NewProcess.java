package io.flowmaster.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process to be made.
 *
 * @param key the BPMN process id; null to take it from the model, or from the name without one
 * @param bpmnXml the model; null for a starter diagram from start to end
 * @param folder where it is to lie
 */
public record NewProcess(
    String name,
    @Nullable String key,
    @Nullable String description,
    @Nullable String bpmnXml,
    List<String> tags,
    Folder folder) {

  public NewProcess {
    tags = List.copyOf(tags);
  }
}
