package io.flowmaster.benchmark;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The measured processes; both engines read the same BPMN but for their own attributes. */
final class Models {
  static final String CAMUNDA = "camunda:";
  static final String FLOWABLE = "flowable:";
  private static final int STEPS = 5;

  private Models() {}

  /** Five service tasks in a row, each an expression. */
  static String straight(String key, String vendor) {
    return steps(key, vendor, vendor + "expression='${1 + 1}'");
  }

  /** The same, each service task in a transaction of its own. */
  static String jobs(String key, String vendor) {
    String async = vendor.equals(CAMUNDA) ? "camunda:asyncBefore" : "flowable:async";
    return steps(key, vendor, async + "='true' " + vendor + "expression='${1 + 1}'");
  }

  private static String steps(String key, String vendor, String attributes) {
    String tasks =
        IntStream.rangeClosed(1, STEPS)
            .mapToObj(i -> "<serviceTask id='t%d' name='Step %d' %s/>".formatted(i, i, attributes))
            .collect(Collectors.joining());
    return process(key, vendor, tasks, STEPS);
  }

  /** One user task for a group. */
  static String userTask(String key, String vendor) {
    String task =
        "<userTask id='t1' name='Decide' %scandidateGroups='%s'/>"
            .formatted(vendor, Platform.GROUP);
    return process(key, vendor, task, 1);
  }

  /** One task for a worker, with the key as its topic. */
  static String external(String key, String vendor) {
    String type = vendor.equals(CAMUNDA) ? "external" : "external-worker";
    String task =
        "<serviceTask id='t1' name='Work' %stype='%s' %stopic='%s'/>"
            .formatted(vendor, type, vendor, key);
    return process(key, vendor, task, 1);
  }

  private static String process(String key, String vendor, String tasks, int count) {
    StringBuilder flows = new StringBuilder(flow(0, "start", "t1"));
    for (int i = 1; i < count; i++) {
      flows.append(flow(i, "t" + i, "t" + (i + 1)));
    }
    flows.append(flow(count, "t" + count, "end"));
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:%s="http://%s.org/%s"
                 id="definitions" targetNamespace="http://benchmark">
      <process id="%s" name="%s" isExecutable="true">
        <startEvent id="start" name="Begun"/>%s<endEvent id="end" name="Done"/>%s
      </process>
    </definitions>
    """
        .formatted(
            vendor.substring(0, vendor.length() - 1),
            vendor.equals(CAMUNDA) ? "camunda" : "flowable",
            vendor.equals(CAMUNDA) ? "schema/1.0/bpmn" : "bpmn",
            key,
            key,
            tasks,
            flows);
  }

  private static String flow(int number, String from, String to) {
    return "<sequenceFlow id='f%d' sourceRef='%s' targetRef='%s'/>".formatted(number, from, to);
  }
}
