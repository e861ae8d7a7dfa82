package io.flowmaster.engine.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.rest.dto.externaltask.LockedExternalTaskDto;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;

/**
 * Gives a worker, with each task that it fetches, the trace of the task's execution: as the
 * extension property {@code traceparent}, which every external-task client hands on. What the
 * worker then calls under this trace is part of it.
 */
class TracedExternalTasks implements ContainerResponseFilter {
  private final ExecutionTraces traces;
  private final ObjectMapper json = JacksonConfigurator.configureObjectMapper(new ObjectMapper());

  TracedExternalTasks(ExecutionTraces traces) {
    this.traces = traces;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof List<?> entities)
        || entities.isEmpty()
        || !(entities.get(0) instanceof LockedExternalTaskDto)) {
      return;
    }
    List<LockedExternalTaskDto> tasks =
        entities.stream().map(LockedExternalTaskDto.class::cast).toList();
    Map<String, String> known =
        traces.ofExternalTasks(tasks.stream().map(LockedExternalTaskDto::getId).toList());
    if (known.isEmpty()) {
      return;
    }
    List<ObjectNode> traced = new ArrayList<>();
    for (LockedExternalTaskDto task : tasks) {
      ObjectNode node = json.valueToTree(task);
      String trace = known.get(task.getId());
      if (trace != null) {
        node.withObject("/extensionProperties").put(ExecutionTraces.HEADER, trace);
      }
      traced.add(node);
    }
    response.setEntity(traced, response.getEntityAnnotations(), response.getMediaType());
  }
}
