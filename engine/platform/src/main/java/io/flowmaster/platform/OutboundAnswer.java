package io.flowmaster.platform;

import java.util.List;
import java.util.Map;

/**
 * What came back.
 *
 * @param headers by name in lower case
 * @param body empty when there was none
 */
public record OutboundAnswer(int status, Map<String, List<String>> headers, byte[] body) {
  public OutboundAnswer {
    headers = Map.copyOf(headers);
  }
}
