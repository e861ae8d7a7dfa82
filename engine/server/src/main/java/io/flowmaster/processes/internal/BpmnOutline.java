package io.flowmaster.processes.internal;

import io.flowmaster.platform.InvalidValue;
import io.flowmaster.processes.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a BPMN file says about its processes.
 *
 * @param processes in the order of the file, at least one
 */
record BpmnOutline(List<Process> processes) {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  BpmnOutline {
    processes = List.copyOf(processes);
  }

  /** One process (a pool has one each). */
  record Process(String id, @Nullable String name, boolean executable) {}

  /**
   * Reads a file.
   *
   * @throws io.flowmaster.platform.Problem when it is not well-formed, no BPMN, or has no process
   */
  static BpmnOutline of(Resource file) {
    List<Process> found = new ArrayList<>();
    SafeXml.read(
        file.name(),
        file.content(),
        (namespace, name, attributes, depth) -> {
          if (depth == 1 && !(namespace.equals(BPMN) && name.equals("definitions"))) {
            throw new InvalidValue(
                "bpmn", file.name() + " is not BPMN 2.0: its root is not bpmn:definitions.");
          }
          if (depth == 2 && namespace.equals(BPMN) && name.equals("process")) {
            found.add(
                new Process(
                    id(attributes.getValue("id")),
                    attributes.getValue("name"),
                    Boolean.parseBoolean(attributes.getValue("isExecutable"))));
          }
        });
    if (found.isEmpty()) {
      throw new InvalidValue(
          "bpmn-without-process", file.name() + " has no process. Draw one, or a pool.");
    }
    return new BpmnOutline(found);
  }

  /**
   * The process that the file is about: the one with the wanted key when it has it, else the first
   * that can run, else the first.
   */
  Process main(@Nullable String wanted) {
    return processes.stream()
        .filter(p -> p.id().equals(wanted))
        .findFirst()
        .or(() -> processes.stream().filter(Process::executable).findFirst())
        .orElse(processes.get(0));
  }

  private static String id(@Nullable String id) {
    if (id == null || !ProcessKeys.isValid(id)) {
      throw new InvalidValue(
          "process-key",
          "A process needs an id that is an XML name: a letter first, then letters, digits, '-', '_' or '.', at most "
              + ProcessKeys.LONGEST
              + " characters.");
    }
    return id;
  }
}
