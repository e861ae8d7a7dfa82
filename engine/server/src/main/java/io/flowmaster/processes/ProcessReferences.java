package io.flowmaster.processes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the models of processes refer to beyond themselves, in the current actor's tenant. */
public interface ProcessReferences {

  /**
   * What the draft refers to, and brings along.
   *
   * @throws ProcessNotFound when it is not there or another tenant's
   */
  Bundle draft(ProcessId id);

  /**
   * What a published version refers to, and brings along.
   *
   * @param version null for the latest
   * @throws ProcessNotFound when it is not there, not published, or another tenant's
   */
  Bundle published(ProcessId id, @Nullable Integer version);

  /**
   * @param references in the order of the files and of the elements in them
   * @param brings keys of the processes, decisions and forms that are deployed together with it
   */
  record Bundle(List<ModelReference> references, Map<ModelReference.Type, Set<String>> brings) {

    /** Whether it is deployed together with this itself. */
    public boolean brings(ModelReference reference) {
      return brings.getOrDefault(reference.type(), Set.of()).contains(reference.ref());
    }
  }
}
