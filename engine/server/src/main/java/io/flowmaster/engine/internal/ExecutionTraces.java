package io.flowmaster.engine.internal;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps under which trace an execution was started, as W3C Trace Context writes it in its header
 * {@code traceparent}, for as long as the execution runs. Only where traces are exported, and of
 * them only the sampled ones: otherwise it costs nothing.
 */
@Component
@ConditionalOnProperty("management.otlp.tracing.endpoint")
class ExecutionTraces {
  static final String HEADER = "traceparent";
  private final JdbcClient jdbc;
  private final Tracer tracer;
  private final Propagator propagator;

  ExecutionTraces(JdbcClient jdbc, Tracer tracer, Propagator propagator) {
    this.jdbc = jdbc;
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** In the transaction that starts the execution; {@code id} is that of the outermost one. */
  void started(String id) {
    Span span = tracer.currentSpan();
    if (span == null || !Boolean.TRUE.equals(span.context().sampled())) {
      return;
    }
    span.tag("flowmaster.execution", id);
    Map<String, String> headers = new HashMap<>();
    propagator.inject(span.context(), headers, Map::put);
    String trace = headers.get(HEADER);
    if (trace != null) {
      jdbc.sql("insert into engine_trace (execution_id, traceparent) values (?, ?)")
          .params(id, trace)
          .update();
    }
  }

  void ended(String id) {
    jdbc.sql("delete from engine_trace where execution_id = ?").param(id).update();
  }

  /** The trace of the execution that the job belongs to. */
  Optional<String> ofJob(String job) {
    return jdbc.sql(
            """
            select t.traceparent from ACT_RU_JOB j
            join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
            join engine_trace t on t.execution_id = e.ROOT_PROC_INST_ID_
            where j.ID_ = ?
            """)
        .param(job)
        .query(String.class)
        .optional();
  }

  /** The traces of the executions that the external tasks belong to, by the tasks' ids. */
  Map<String, String> ofExternalTasks(List<String> tasks) {
    Map<String, String> traces = new HashMap<>();
    if (!tasks.isEmpty()) {
      jdbc.sql(
              """
              select x.ID_ as task, t.traceparent from ACT_RU_EXT_TASK x
              join ACT_RU_EXECUTION e on e.ID_ = x.PROC_INST_ID_
              join engine_trace t on t.execution_id = e.ROOT_PROC_INST_ID_
              where x.ID_ in (:tasks)
              """)
          .param("tasks", tasks)
          .query((row, n) -> Map.entry(row.getString("task"), row.getString("traceparent")))
          .list()
          .forEach(entry -> traces.put(entry.getKey(), entry.getValue()));
    }
    return traces;
  }
}
