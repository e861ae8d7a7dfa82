package io.flowmaster.worker.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Makes clients; an application with Spring Boot has one as a bean already. */
public final class FlowMasterClients {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private FlowMasterClients() {}

  /** Where access tokens come from. */
  public interface Tokens {
    /** A token that is valid for a while. */
    String value() throws IOException;

    /** The platform refused the last one. */
    void refused();
  }

  /**
   * A client.
   *
   * @param tokens null for calls without a token
   * @param tenant null for the account's only one
   */
  public static FlowMasterClient connect(
      URI platform, @Nullable Tokens tokens, @Nullable String tenant, ObjectMapper json) {
    JdkClientHttpRequestFactory http =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(TIMEOUT).build());
    http.setReadTimeout(TIMEOUT);
    RestClient.Builder rest =
        RestClient.builder()
            .requestFactory(http)
            .baseUrl(platform.toString().replaceAll("/$", ""))
            .messageConverters(
                all -> {
                  all.removeIf(c -> c instanceof MappingJackson2HttpMessageConverter);
                  all.add(0, new MappingJackson2HttpMessageConverter(json));
                })
            .defaultStatusHandler(
                HttpStatusCode::isError,
                (request, answer) -> {
                  throw problem(answer, json);
                });
    if (tenant != null) {
      rest.defaultHeader("X-Tenant-Id", tenant);
    }
    if (tokens != null) {
      rest.requestInterceptor(new Authorized(tokens));
    }
    return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest.build()))
        .build()
        .createClient(FlowMasterClient.class);
  }

  private static FlowMasterProblem problem(ClientHttpResponse answer, ObjectMapper json)
      throws IOException {
    int status = answer.getStatusCode().value();
    String text = new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8);
    try {
      JsonNode problem = json.readTree(text);
      String detail =
          problem.path("detail").asText(problem.path("title").asText("status " + status));
      return new FlowMasterProblem(status, problem.path("type").textValue(), detail);
    } catch (JsonProcessingException e) {
      return new FlowMasterProblem(status, null, "status " + status);
    }
  }

  /** A token that the platform forgot is replaced once. */
  private record Authorized(Tokens tokens) implements ClientHttpRequestInterceptor {
    @Override
    public ClientHttpResponse intercept(
        HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
      request.getHeaders().setBearerAuth(tokens.value());
      ClientHttpResponse answer = execution.execute(request, body);
      if (answer.getStatusCode() != HttpStatus.UNAUTHORIZED) {
        return answer;
      }
      answer.close();
      tokens.refused();
      request.getHeaders().setBearerAuth(tokens.value());
      return execution.execute(request, body);
    }
  }
}
