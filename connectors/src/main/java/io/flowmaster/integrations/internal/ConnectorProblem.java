package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The other system was not reached, or did not do what was asked. */
final class ConnectorProblem extends Problem {
  private static final long serialVersionUID = 1L;
  private final boolean mayPass;
  private final transient @Nullable JsonNode answer;

  private ConnectorProblem(String code, String detail, boolean mayPass, @Nullable JsonNode answer) {
    super(ProblemKind.UNACCEPTABLE, code, detail, java.util.List.of(), extensions(mayPass, answer));
    this.mayPass = mayPass;
    this.answer = answer;
  }

  /** Another try may help: not reached, busy, took too long. */
  static ConnectorProblem passing(String code, String detail) {
    return new ConnectorProblem(code, detail, true, null);
  }

  /** No other try helps: refused, not understood. */
  static ConnectorProblem lasting(String code, String detail) {
    return new ConnectorProblem(code, detail, false, null);
  }

  /** The other system answered with a refusal. */
  static ConnectorProblem answered(String code, String detail, boolean mayPass, JsonNode answer) {
    return new ConnectorProblem(code, detail, mayPass, answer);
  }

  boolean mayPass() {
    return mayPass;
  }

  @Nullable JsonNode answer() {
    return answer;
  }

  /** The same without what {@code redaction} finds. */
  ConnectorProblem redacted(Redaction redaction) {
    ConnectorProblem same =
        new ConnectorProblem(
            code(),
            redaction.of(getMessage()),
            mayPass,
            answer == null ? null : redaction.of(answer));
    same.setStackTrace(getStackTrace());
    return same;
  }

  private static Map<String, Object> extensions(boolean mayPass, @Nullable JsonNode answer) {
    Map<String, Object> members = new HashMap<>();
    members.put("retryable", mayPass);
    if (answer != null) {
      members.put("answer", answer);
    }
    return members;
  }
}
