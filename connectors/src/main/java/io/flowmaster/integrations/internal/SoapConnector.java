package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.ConnectorView;
import io.flowmaster.platform.OutboundAnswer;
import io.flowmaster.platform.OutboundHttp;
import io.flowmaster.platform.OutboundRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** SOAP over HTTP. What a call does over there is not known, so none is repeated here. */
@Component
class SoapConnector implements Connector {
  private static final int USUAL_SECONDS = 20;
  private static final int USUAL_BYTES = 1_048_576;
  private static final int FIRST_REFUSAL = 300;
  private static final Set<Integer> NOT_DONE = Set.of(429, 503);
  private static final String XML_11 = "text/xml; charset=UTF-8";
  private static final String XML_12 = "application/soap+xml; charset=UTF-8";
  private final ConnectorView view = Descriptors.read("soap");
  private final OutboundHttp http;
  private final HttpCredentials credentials;

  SoapConnector(OutboundHttp http, HttpCredentials credentials) {
    this.http = http;
    this.credentials = credentials;
  }

  @Override
  public ConnectorView view() {
    return view;
  }

  @Override
  public JsonNode execute(ConnectorCall call) {
    byte[] envelope = SoapEnvelope.of(call).getBytes(StandardCharsets.UTF_8);
    OutboundAnswer answer = send(call, "POST", headers(call), envelope);
    String type = String.join(",", answer.headers().getOrDefault("content-type", List.of()));
    if (!type.contains("xml")) {
      throw notUnderstood(answer);
    }
    ObjectNode body = SoapAnswer.body(answer.body());
    if (body.has("Fault")) {
      throw fault(body.get("Fault"));
    }
    if (answer.status() >= FIRST_REFUSAL) {
      throw notUnderstood(answer);
    }
    return body;
  }

  @Override
  public String test(ConnectorCall call) {
    OutboundAnswer answer = send(call, "GET", credentials.headers(call), null);
    return "The address answers " + answer.status() + ". No operation was called.";
  }

  private Map<String, String> headers(ConnectorCall call) {
    Map<String, String> headers = new HashMap<>(credentials.headers(call));
    String action = call.given("action", "");
    if (SoapEnvelope.is12(call)) {
      headers.put(
          "Content-Type", action.isEmpty() ? XML_12 : XML_12 + "; action=\"" + action + "\"");
    } else {
      headers.put("Content-Type", XML_11);
      headers.put("SOAPAction", "\"" + action + "\"");
    }
    return headers;
  }

  private OutboundAnswer send(
      ConnectorCall call, String method, Map<String, String> headers, byte[] body) {
    Map<String, List<String>> all = new HashMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    try {
      return http.send(
          new OutboundRequest(
              method,
              address(call),
              all,
              body,
              call.seconds("timeoutSeconds", USUAL_SECONDS),
              call.configuration().path("mostBytes").asInt(USUAL_BYTES),
              false,
              ClientTls.of(
                  call.setting("clientCertificate"), call.setting("trustedCertificates"))));
    } catch (IOException e) {
      throw e instanceof ConnectException || e instanceof UnknownHostException
          ? Hosts.notReached(e)
          : ConnectorProblem.lasting(
              "soap-unclear", "No answer came. Whether the call was done over there is not known.");
    }
  }

  private static URI address(ConnectorCall call) {
    try {
      return URI.create(call.setting("url", ""));
    } catch (IllegalArgumentException e) {
      throw ConnectorProblem.lasting("invalid-address", "The address is not well-formed.");
    }
  }

  private static ConnectorProblem notUnderstood(OutboundAnswer answer) {
    String code = "http-" + answer.status();
    String detail = "The service answered " + answer.status() + " without a SOAP body.";
    return NOT_DONE.contains(answer.status())
        ? ConnectorProblem.passing(code, detail)
        : ConnectorProblem.lasting(code, detail);
  }

  /** The two versions name the same things differently (SOAP 1.1, 4.4; SOAP 1.2, 5.4). */
  private static ConnectorProblem fault(JsonNode fault) {
    String reason = fault.at("/faultstring").asText(fault.at("/Reason/Text").asText());
    return ConnectorProblem.answered(
        "soap-fault", "The service answered with a fault: " + reason, false, fault);
  }
}
