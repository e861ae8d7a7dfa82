package io.flowmaster.processes;

/** Small models for tests. */
final class Models {
  private Models() {}

  static String executable(String key) {
    return executable(key, "Work");
  }

  /** Start, one user task, end. */
  static String executable(String key, String task) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
      <process id="%s" name="Process of a test" isExecutable="true">
        <startEvent id="start" />
        <sequenceFlow id="f1" sourceRef="start" targetRef="task" />
        <userTask id="task" name="%s" />
        <sequenceFlow id="f2" sourceRef="task" targetRef="end" />
        <endEvent id="end" />
      </process>
    </definitions>
    """
        .formatted(key, task);
  }
}
