package io.flowmaster.integrations.internal;

/**
 * Names that a service task's input parameters have; templates and worker agree on them. A value
 * that begins with {@code =} is FEEL over the variables of the task.
 */
final class TaskParameters {
  static final String TOPIC = "connector";

  /** Id of the connector; may be left out where an integration is named. */
  static final String CONNECTOR = "connector";

  private static final String PREFIX = CONNECTOR + ".";

  /** Name or id of the integration. */
  static final String INTEGRATION = PREFIX + "integration";

  /** Begins a member of the configuration, where no integration is named. */
  static final String CONFIGURATION = PREFIX + "configuration.";

  /** Begins a member of the input. */
  static final String INPUT = PREFIX + "input.";

  /** FEEL that makes variables of {@code response}. */
  static final String RESULT = PREFIX + "result";

  /** Variable for the whole answer. */
  static final String RESULT_VARIABLE = PREFIX + "resultVariable";

  /** FEEL that makes the code of a BPMN error of {@code error}. */
  static final String ERRORS = PREFIX + "errors";

  /** FEEL that makes a pause of {@code attempt} and {@code error}. */
  static final String BACKOFF = PREFIX + "backoff";

  private TaskParameters() {}

  /** Whether it is one of these, and no variable of the process. */
  static boolean isOne(String name) {
    return name.equals(CONNECTOR) || name.startsWith(PREFIX);
  }
}
