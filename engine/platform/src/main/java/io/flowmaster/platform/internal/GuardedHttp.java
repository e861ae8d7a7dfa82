package io.flowmaster.platform.internal;

import io.flowmaster.platform.OutboundAddresses;
import io.flowmaster.platform.OutboundAnswer;
import io.flowmaster.platform.OutboundHttp;
import io.flowmaster.platform.OutboundRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/** Apache's HTTP client with {@link OutboundAddresses} as the only way to find an address. */
@Component
class GuardedHttp implements OutboundHttp, DisposableBean {
  private static final int MOST_REDIRECTS = 5;
  private static final Set<String> OURS =
      Set.of("host", "content-length", "transfer-encoding", "connection");
  private final OutboundAddresses addresses;
  private final OutboundProperties properties;
  private @Nullable CloseableHttpClient shared;

  GuardedHttp(OutboundAddresses addresses, OutboundProperties properties) {
    this.addresses = addresses;
    this.properties = properties;
  }

  @Override
  public OutboundAnswer send(OutboundRequest request) throws IOException {
    if (request.tls() == null) {
      return send(request, shared());
    }
    try (CloseableHttpClient own = client(request.tls())) {
      return send(request, own);
    }
  }

  @Override
  public ClientHttpRequestFactory requests(Duration silence) {
    return new HttpComponentsClientHttpRequestFactory(shared()) {
      @Override
      protected RequestConfig createRequestConfig(Object client) {
        return RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.of(silence))
            .setResponseTimeout(Timeout.of(silence))
            .setRedirectsEnabled(false)
            .setProtocolUpgradeEnabled(false)
            .build();
      }
    };
  }

  @Override
  public synchronized void destroy() throws IOException {
    if (shared != null) {
      shared.close();
    }
  }

  private synchronized CloseableHttpClient shared() {
    if (shared == null) {
      shared = client(null);
    }
    return shared;
  }

  private CloseableHttpClient client(@Nullable SSLContext tls) {
    PoolingHttpClientConnectionManagerBuilder connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new Guard(addresses))
            .setMaxConnTotal(properties.connections())
            .setMaxConnPerRoute(properties.connectionsPerHost())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                    .build());
    if (tls != null) {
      connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(tls));
    }
    PoolingHttpClientConnectionManager all = connections.build();
    return HttpClients.custom()
        .setConnectionManager(all)
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  private OutboundAnswer send(OutboundRequest request, CloseableHttpClient client)
      throws IOException {
    HttpUriRequestBase call = call(request);
    CompletableFuture<Void> done = new CompletableFuture<>();
    // A socket's own limit begins again with each byte; this one is for the whole.
    done.orTimeout(request.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            late -> {
              call.abort();
              return null;
            });
    try {
      return client.execute(call, answer -> answer(answer, call, request.mostBytes()));
    } catch (IOException e) {
      throw done.isCompletedExceptionally()
          ? new IOException("no whole answer within " + request.timeout(), e)
          : e;
    } finally {
      done.complete(null);
    }
  }

  private static HttpUriRequestBase call(OutboundRequest request) {
    HttpUriRequestBase call = new HttpUriRequestBase(request.method(), request.uri());
    Timeout timeout = Timeout.of(request.timeout());
    boolean mayFollow =
        request.followsRedirects() && Set.of("GET", "HEAD").contains(request.method());
    call.setConfig(
        RequestConfig.custom()
            .setConnectionRequestTimeout(timeout)
            .setResponseTimeout(timeout)
            .setRedirectsEnabled(mayFollow)
            .setMaxRedirects(MOST_REDIRECTS)
            .setProtocolUpgradeEnabled(false)
            .build());
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> call.addHeader(name, value));
              }
            });
    if (request.body() != null) {
      call.setEntity(new ByteArrayEntity(request.body(), null));
    }
    return call;
  }

  private static OutboundAnswer answer(
      ClassicHttpResponse answer, HttpUriRequestBase call, int mostBytes) throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    for (Header header : answer.getHeaders()) {
      headers
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header.getValue());
    }
    return new OutboundAnswer(answer.getCode(), headers, body(answer.getEntity(), call, mostBytes));
  }

  private static byte[] body(@Nullable HttpEntity entity, HttpUriRequestBase call, int mostBytes)
      throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    try (InputStream in = entity.getContent()) {
      byte[] body = in.readNBytes(mostBytes + 1);
      if (body.length > mostBytes) {
        // Otherwise closing would read the rest, which may never end.
        call.abort();
        throw new IOException("the answer is larger than " + mostBytes + " bytes");
      }
      return body;
    }
  }

  private record Guard(OutboundAddresses addresses) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return addresses.resolve(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
