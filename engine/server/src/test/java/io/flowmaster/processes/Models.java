package io.flowmaster.processes;

/** Small models for tests. */
public final class Models {
  private Models() {}

  public static String executable(String key) {
    return executable(key, "Work");
  }

  /** Start, one user task, end. */
  public static String executable(String key, String task) {
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

  /** A table without rules that answers nothing. */
  public static String decision(String key) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="defs" name="d" namespace="test">
      <decision id="%s" name="Decision of a test">
        <decisionTable id="table">
          <output id="out" name="result" typeRef="string" />
        </decisionTable>
      </decision>
    </definitions>
    """
        .formatted(key);
  }

  /** A second process for a file that has one, without the document around it. */
  public static String processOnly(String key) {
    return """
      <process id="%1$s" isExecutable="true">
        <startEvent id="%1$s-start" />
        <sequenceFlow id="%1$s-flow" sourceRef="%1$s-start" targetRef="%1$s-end" />
        <endEvent id="%1$s-end" />
      </process>
    """
        .formatted(key);
  }

  public static String withoutProcess() {
    return """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
      <message id="m" name="m" />
    </definitions>
    """;
  }

  public static String notExecutable(String key) {
    return executable(key).replace("isExecutable=\"true\"", "isExecutable=\"false\"");
  }

  /** An exclusive gateway without a way out, and a task that no flow reaches. */
  public static String refusedByTheEngine(String key) {
    return """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
      <process id="%s" isExecutable="true">
        <startEvent id="start" />
        <sequenceFlow id="f1" sourceRef="start" targetRef="nowhere" />
        <serviceTask id="service" />
      </process>
    </definitions>
    """
        .formatted(key);
  }

  /** Starts every day; waits in a user task, then goes on asynchronously. */
  public static String withStartTimer(String key) {
    return """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
      <process id="%s" isExecutable="true">
        <startEvent id="timer"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></startEvent>
        <sequenceFlow id="f1" sourceRef="timer" targetRef="task" />
        <userTask id="task" camunda:asyncAfter="true" />
        <sequenceFlow id="f2" sourceRef="task" targetRef="end" />
        <endEvent id="end" />
      </process>
    </definitions>
    """
        .formatted(key);
  }
}
