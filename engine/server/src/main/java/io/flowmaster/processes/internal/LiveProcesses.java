package io.flowmaster.processes.internal;

import io.flowmaster.platform.BusEvent;
import io.flowmaster.platform.LiveChannel;
import io.flowmaster.platform.Problem;
import io.flowmaster.processes.ProcessCatalog;
import io.flowmaster.processes.ProcessId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens to one process's drafts and versions: channel {@code processes/<id>}. */
@Component
class LiveProcesses implements LiveChannel {
  private final ProcessCatalog catalog;

  LiveProcesses(ProcessCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String kind() {
    return "processes";
  }

  @Override
  public boolean isOpen(@Nullable String id) {
    if (id == null) {
      return false;
    }
    try {
      catalog.get(new ProcessId(id));
      return true;
    } catch (Problem notThereOrNotAllowed) {
      return false;
    }
  }

  @Override
  public boolean carries(@Nullable String id, BusEvent event) {
    return ("process/" + id).equals(event.subject());
  }
}
