package io.flowmaster.tasks.internal;

import io.flowmaster.platform.BusEvent;
import io.flowmaster.platform.LiveChannel;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What happens to the tasks that a listener may see: channel {@code tasks}. The task is read once
 * for all listeners; whose it is not by themselves, it may be as somebody's substitute.
 */
@Component
class LiveTasks implements LiveChannel {
  private static final String SUBJECT = "task/";
  private final JdbcTaskStore store;
  private final VisibleTasks visible;

  LiveTasks(JdbcTaskStore store, VisibleTasks visible) {
    this.store = store;
    this.visible = visible;
  }

  @Override
  public String kind() {
    return "tasks";
  }

  @Override
  public boolean isOpen(@Nullable String id) {
    return id == null;
  }

  @Override
  public boolean carries(@Nullable String id, BusEvent event) {
    return event.subject() != null && event.subject().startsWith(SUBJECT);
  }

  @Override
  public BooleanSupplier audience(BusEvent event) {
    String id = event.subject() == null ? "" : event.subject().substring(SUBJECT.length());
    Optional<TaskRow> row = store.find(event.tenant(), id);
    return () -> row.isPresent() && visible.isVisible(row.get());
  }
}
