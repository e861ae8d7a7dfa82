package io.flowmaster.worker.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flowmaster.worker.internal.WorkerDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.core.io.Resource;

/**
 * A check for the build: the diagrams and the workers fit together.
 *
 * <pre>{@code
 * WorkerCoverage.of(CreditCheck.class, Payout.class)
 *     .diagrams("loan/*.bpmn")
 *     .given("loan", "income")
 *     .verify();
 * }</pre>
 *
 * <p>It finds a topic that nobody works, a variable that a worker needs and nobody sets, a business
 * error that a worker declares ({@code @Worker(errors = ...)}) and no event catches, and an error
 * event at a task whose worker does not declare that code.
 *
 * <p>Variables are set by workers, forms, decisions, and mappings of the diagram. What comes from
 * elsewhere (the caller that starts the process, messages) is told with {@link #given}. Where a
 * worker returns a map, or a called process hands everything back, nobody can tell: then variables
 * are not checked.
 */
public final class WorkerCoverage {
  private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
  private final Map<String, WorkerDescription> byTopic = new HashMap<>();
  private final Set<String> elsewhere = new LinkedHashSet<>();
  private final Map<String, Set<String>> given = new HashMap<>();
  private final List<Resource> diagrams = new ArrayList<>();

  private WorkerCoverage() {}

  /** With the workers of these classes. */
  public static WorkerCoverage of(Class<?>... workers) {
    WorkerCoverage coverage = new WorkerCoverage();
    for (Class<?> type : workers) {
      for (WorkerDescription worker : WorkerDescription.of(type, coverage.json)) {
        coverage.byTopic.put(worker.topic(), worker);
      }
    }
    return coverage;
  }

  /** Diagrams on the class path; forms are looked for beside them. */
  public WorkerCoverage diagrams(String... patterns) {
    for (String pattern : patterns) {
      diagrams.addAll(List.of(WorkerEngine.resources(pattern)));
    }
    if (diagrams.isEmpty()) {
      throw new IllegalArgumentException("Nothing on the class path fits " + List.of(patterns));
    }
    return this;
  }

  /** Variables that a process gets from its caller or by messages. */
  public WorkerCoverage given(String process, String... variables) {
    given.computeIfAbsent(process, key -> new LinkedHashSet<>()).addAll(List.of(variables));
    return this;
  }

  /** Topics that other programs work. */
  public WorkerCoverage workedElsewhere(String... topics) {
    elsewhere.addAll(List.of(topics));
    return this;
  }

  /** What does not fit, a sentence each; empty when all is well. */
  public List<String> findings() {
    Set<String> found = new TreeSet<>();
    for (Resource diagram : diagrams) {
      BpmnModelInstance model = read(diagram);
      for (Process process : model.getModelElementsByType(Process.class)) {
        if (process.isExecutable()) {
          DiagramCheck check =
              new DiagramCheck(
                  process,
                  byTopic,
                  elsewhere,
                  given.getOrDefault(process.getId(), Set.of()),
                  key -> form(diagram, key));
          found.addAll(check.findings());
        }
      }
    }
    return List.copyOf(found);
  }

  /**
   * Fails the build when something does not fit.
   *
   * @throws AssertionError with all findings
   */
  public void verify() {
    List<String> found = findings();
    if (!found.isEmpty()) {
      throw new AssertionError("Diagrams and workers do not fit:\n  " + String.join("\n  ", found));
    }
  }

  private static BpmnModelInstance read(Resource diagram) {
    try (InputStream content = diagram.getInputStream()) {
      return Bpmn.readModelFromStream(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keys of the fields of a form beside the diagram; empty when there is none. */
  private Collection<String> form(Resource diagram, String key) {
    Set<String> fields = new LinkedHashSet<>();
    try {
      Resource form = diagram.createRelative(key + ".form");
      if (form.exists()) {
        try (InputStream content = form.getInputStream()) {
          fields(json.readTree(content), fields);
        }
      }
      return fields;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fields(JsonNode node, Set<String> fields) {
    if (node.path("key").isTextual()) {
      fields.add(node.path("key").textValue().replaceAll("\\..*", ""));
    }
    node.path("components").forEach(child -> fields(child, fields));
  }
}
