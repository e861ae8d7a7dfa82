package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.integrations.ConnectorView;
import org.jspecify.annotations.Nullable;

/** One way to reach other systems. Called by many threads at once, for many tenants. */
interface Connector {

  ConnectorView view();

  /**
   * Does it once, and waits for the end.
   *
   * @return what the other system answered; null when it answers nothing
   * @throws ConnectorProblem when it did not work, with whether another try may help
   */
  @Nullable JsonNode execute(ConnectorCall call);

  /**
   * Tries whether the other side can be reached as configured, without changing anything there.
   *
   * @return what was found, in a sentence
   * @throws ConnectorProblem when it cannot
   */
  String test(ConnectorCall call);
}
