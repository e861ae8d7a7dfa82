package io.flowmaster.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to change of a process; null leaves a thing as it is, an empty description removes it. */
public record ProcessChange(
    @Nullable String name,
    @Nullable String key,
    @Nullable String description,
    @Nullable String bpmnXml,
    @Nullable List<String> tags,
    @Nullable Folder folder) {

  public ProcessChange {
    tags = tags == null ? null : List.copyOf(tags);
  }
}
