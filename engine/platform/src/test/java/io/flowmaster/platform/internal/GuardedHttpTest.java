package io.flowmaster.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flowmaster.platform.AddressRefused;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.OutboundAnswer;
import io.flowmaster.platform.OutboundRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private String base;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/echo", exchange -> answer(exchange, 200, exchange.getRequestBody().readAllBytes()));
    server.createContext(
        "/inside",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://10.0.0.1/latest");
          answer(exchange, 302, new byte[0]);
        });
    server.createContext("/drip", this::drip);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** One byte now and then, so that no socket ever waits for long. */
  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (!end.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        out.write('x');
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static GuardedHttp http(String... allowed) {
    OutboundProperties properties =
        new OutboundProperties(List.of(allowed), List.of(), Duration.ofSeconds(2), 10, 5);
    return new GuardedHttp(new GuardedAddresses(properties), properties);
  }

  private static OutboundRequest get(String uri, boolean followsRedirects) {
    return new OutboundRequest(
        "GET",
        URI.create(uri),
        Map.of(),
        null,
        Duration.ofSeconds(5),
        1_000,
        followsRedirects,
        null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/",
        "http://localhost:1/",
        "http://localhost.:1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
        "http://10.1.2.3/",
        "http://172.20.0.1/",
        "http://192.168.0.1/",
        "http://100.100.100.200/",
        "http://169.254.169.254/latest/meta-data"
      })
  void whatIsNotPublicIsRefused(String uri) {
    URI parsed = URI.create(uri);
    if (parsed.getHost() == null) {
      assertThatThrownBy(() -> get(uri, false)).isInstanceOf(InvalidValue.class);
      return;
    }
    assertThatThrownBy(() -> http().send(get(uri, false)))
        .isInstanceOfAny(AddressRefused.class, java.net.UnknownHostException.class);
  }

  @Test
  void whatAnAdministratorAllowsIsCalled() throws IOException {
    OutboundAnswer answer =
        http("127.0.0.0/8")
            .send(
                OutboundRequest.post(
                    URI.create(base + "/echo"),
                    Map.of("Content-Type", List.of("text/plain"), "Host", List.of("elsewhere")),
                    "hello".getBytes(),
                    Duration.ofSeconds(5)));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).asString().isEqualTo("hello");
  }

  @Test
  void aRedirectToTheInsideIsRefusedToo() throws IOException {
    assertThatThrownBy(() -> http("127.0.0.1").send(get(base + "/inside", true)))
        .isInstanceOf(AddressRefused.class);
    assertThat(http("127.0.0.1").send(get(base + "/inside", false)).status()).isEqualTo(302);
  }

  @Test
  void anAnswerThatNeverEndsIsCutOff() {
    OutboundRequest slow =
        new OutboundRequest(
            "GET",
            URI.create(base + "/drip"),
            Map.of(),
            null,
            Duration.ofMillis(300),
            1_000_000,
            false,
            null);
    assertThatThrownBy(() -> http("127.0.0.1").send(slow))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("within");
    OutboundRequest large =
        new OutboundRequest(
            "GET",
            URI.create(base + "/drip"),
            Map.of(),
            null,
            Duration.ofSeconds(5),
            3,
            false,
            null);
    assertThatThrownBy(() -> http("127.0.0.1").send(large)).hasMessageContaining("larger than 3");
  }

  @Test
  void anAddressWithAPasswordOrWithoutAHostIsRefused() {
    assertThatThrownBy(() -> get("http://user:pass@example.org/", false))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> get("file:///etc/passwd", false)).isInstanceOf(InvalidValue.class);
  }
}
