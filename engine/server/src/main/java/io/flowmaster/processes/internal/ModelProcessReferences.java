package io.flowmaster.processes.internal;

import io.flowmaster.processes.ModelReference.Type;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessModels;
import io.flowmaster.processes.ProcessReferences;
import io.flowmaster.processes.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the references out of the models, each time anew. */
@Component
class ModelProcessReferences implements ProcessReferences {
  private final ProcessModels models;

  ModelProcessReferences(ProcessModels models) {
    this.models = models;
  }

  @Override
  public Bundle draft(ProcessId id) {
    return read(models.draft(id));
  }

  @Override
  public Bundle published(ProcessId id, @Nullable Integer version) {
    return read(models.published(id, version));
  }

  private Bundle read(List<Resource> files) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    files.forEach(file -> contents.put(file.name(), file.content()));
    ModelInspection inspection = ModelInspection.of(new ModelBundle(contents), ModelRules.none());
    return new Bundle(
        inspection.models().stream().flatMap(model -> ModelReferences.of(model).stream()).toList(),
        Map.of(
            Type.PROCESS, inspection.keys(Type.PROCESS),
            Type.DECISION, inspection.keys(Type.DECISION),
            Type.FORM, inspection.keys(Type.FORM)));
  }
}
