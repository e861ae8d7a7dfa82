package io.flowmaster.integrations.internal;

import static io.flowmaster.integrations.internal.CallFixture.JSON;
import static io.flowmaster.integrations.internal.CallFixture.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebService;
import jakarta.xml.ws.BindingType;
import jakarta.xml.ws.Endpoint;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against services of Jakarta XML Web Services, in both versions of SOAP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoapConnectorTest {
  private static final String NAMESPACE = "urn:test:orders";
  private final Outbound outbound = new Outbound();
  private final SoapConnector soap =
      new SoapConnector(
          outbound.http(), new HttpCredentials(outbound.http(), JSON, Clock.systemUTC()));
  private HttpServer server;
  private String base;

  @BeforeAll
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    base = "http://localhost:" + server.getAddress().getPort();
    Endpoint.create(new Orders()).publish(server.createContext("/1.1"));
    Endpoint.create(new OrdersToo()).publish(server.createContext("/1.2"));
    for (String odd :
        List.of("<html/>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")) {
      server.createContext(
          "/odd" + odd.charAt(1),
          exchange -> {
            byte[] body = odd.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
    }
    server.start();
  }

  @AfterAll
  void stop() {
    server.stop(0);
    outbound.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "1.2"})
  void anOperationIsCalledAndItsAnswerRead(String version) {
    JsonNode answer =
        run(version, "total", Map.of("item", List.of("bread <&>", "wine"), "price", 2.5));
    assertThat(answer.at("/totalResponse/return").asText()).isEqualTo("bread <&>+wine=5.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "1.2"})
  void aFaultIsAProblemThatCanBeMapped(String version) {
    assertThatThrownBy(() -> run(version, "total", Map.of("price", -1)))
        .isInstanceOfSatisfying(
            ConnectorProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("soap-fault");
              assertThat(problem.mayPass()).isFalse();
              assertThat(problem.getMessage()).contains("no such price");
              assertThat(problem.answer()).isNotNull();
            });
  }

  @Test
  void whatIsNoSoapOrHoldsEntitiesIsNotRead() {
    for (char odd : new char[] {'h', '!'}) {
      assertCode(base + "/odd" + odd, "no-soap");
    }
    assertCode(base + "/nowhere", "http-404");
    assertCode("http://localhost:1/", "not-reached");
  }

  @Test
  void namesAndTextsThatXmlCannotHoldAreRefused() {
    for (Map<String, ?> body :
        List.of(Map.of("a b", 1), Map.of("x><y", 1), Map.of("x", "\u0001"), Map.of("@a=", "x"))) {
      assertThatThrownBy(() -> run("1.1", "total", body))
          .isInstanceOfSatisfying(
              ConnectorProblem.class,
              problem -> assertThat(problem.code()).isEqualTo("invalid-content"));
    }
  }

  @Test
  void aUsernameTokenStandsInTheHeader() {
    String envelope =
        SoapEnvelope.of(
            call(
                Map.of("authentication", "wsse", "username", "ada", "password", "p<w"),
                Map.of("operation", "total")));
    assertThat(envelope).contains("<wsse:Username>ada<").contains("p&lt;w");
  }

  private void assertCode(String url, String code) {
    assertThatThrownBy(() -> soap.execute(call(Map.of("url", url), Map.of("operation", "x"))))
        .isInstanceOfSatisfying(
            ConnectorProblem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  private JsonNode run(String version, String operation, Map<String, ?> body) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("url", base + "/" + version);
    configuration.put("version", version);
    configuration.put("namespace", NAMESPACE);
    return soap.execute(
        call(configuration, Map.of("operation", operation, "body", body, "isQualified", false)));
  }

  /** A service with the usual style: document, literal, wrapped. */
  @WebService(targetNamespace = NAMESPACE)
  public static class Orders {
    @WebMethod
    public String total(
        @WebParam(name = "item") List<String> items, @WebParam(name = "price") double price) {
      if (price < 0) {
        throw new IllegalArgumentException("no such price");
      }
      return String.join("+", items) + "=" + items.size() * price;
    }
  }

  /** The same in SOAP 1.2. */
  @WebService(targetNamespace = NAMESPACE)
  @BindingType(SOAPBinding.SOAP12HTTP_BINDING)
  public static class OrdersToo extends Orders {
    @Override
    @WebMethod
    public String total(
        @WebParam(name = "item") List<String> items, @WebParam(name = "price") double price) {
      return super.total(items, price);
    }
  }
}
