package io.flowmaster.models.internal;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelRefused;
import io.flowmaster.models.ModelUnavailable;
import io.flowmaster.models.internal.ModelFailure.Sort;
import io.flowmaster.models.internal.ModelsProperties.ProviderType;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the models of a chain in turn: each several times while that may help, and none whose
 * provider failed too often lately.
 */
@Component
class ModelRoute {
  private static final Logger LOG = LoggerFactory.getLogger(ModelRoute.class);
  private final Providers providers;
  private final ChatMessages messages;
  private final ModelsProperties properties;
  private final Retry retry;
  private final CircuitBreakerConfig breaker;
  private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

  ModelRoute(Providers providers, ChatMessages messages, ModelsProperties properties) {
    this.providers = providers;
    this.messages = messages;
    this.properties = properties;
    this.retry =
        Retry.of(
            "models",
            RetryConfig.<RawAnswer>custom()
                .maxAttempts(properties.attempts())
                .intervalBiFunction(this::pause)
                .retryOnException(e -> e instanceof ModelFailure f && f.sort() == Sort.PASSING)
                .build());
    this.breaker =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(properties.breaker().calls())
            .minimumNumberOfCalls(Math.max(2, properties.breaker().calls() / 2))
            .failureRateThreshold(properties.breaker().failures())
            .waitDurationInOpenState(properties.breaker().rest())
            .permittedNumberOfCallsInHalfOpenState(1)
            .recordException(e -> e instanceof ModelFailure failure && failure.counts())
            .ignoreException(e -> !(e instanceof ModelFailure failure && failure.counts()))
            .build();
  }

  /** How a provider is: {@code CLOSED} when it is asked, {@code OPEN} when it has a rest. */
  String state(String provider) {
    CircuitBreaker known = breakers.get(provider);
    return known == null ? "CLOSED" : known.getState().name();
  }

  /**
   * @param token takes the pieces of the answer; null when it is wanted as a whole
   */
  RawAnswer ask(List<ModelRef> chain, ModelCall call, @Nullable Consumer<String> token) {
    List<String> failures = new ArrayList<>();
    boolean refused = true;
    for (ModelRef model : chain) {
      ChatRequest request = messages.request(call, formats(model));
      try {
        return retry.executeSupplier(() -> attempt(model, request, token));
      } catch (ModelFailure failure) {
        LOG.warn("The model {} {}", model, failure.getMessage());
        failures.add(model + " " + failure.getMessage());
        refused &= failure.sort() == Sort.REFUSED;
        if (failure.sort() == Sort.BROKE_OFF) {
          break;
        }
      }
    }
    String detail = "No model answered: " + String.join("; ", failures) + ".";
    throw refused ? new ModelRefused(detail) : new ModelUnavailable(detail);
  }

  private RawAnswer attempt(ModelRef model, ChatRequest request, @Nullable Consumer<String> token) {
    try {
      return breakers
          .computeIfAbsent(model.provider(), name -> CircuitBreaker.of(name, breaker))
          .executeSupplier(
              () -> token == null ? whole(model, request) : pieces(model, request, token));
    } catch (CallNotPermittedException open) {
      throw ModelFailure.resting();
    }
  }

  private RawAnswer whole(ModelRef model, ChatRequest request) {
    ChatResponse response;
    try {
      response = providers.model(model).chat(request);
    } catch (RuntimeException e) {
      throw ModelFailure.of(e, properties.longestPause());
    }
    return messages.answer(model, response);
  }

  private RawAnswer pieces(ModelRef model, ChatRequest request, Consumer<String> token) {
    StreamedAnswer answer = new StreamedAnswer(token);
    try {
      providers.stream(model).chat(request, answer);
      ChatResponse response = answer.await(providers.provider(model).timeout());
      if (response.finishReason() == null) {
        throw ModelFailure.garbage("ended in the middle of its answer");
      }
      return messages.answer(model, response);
    } catch (StreamedAnswer.ListenerFailed gone) {
      throw gone.failure();
    } catch (RuntimeException e) {
      ModelFailure failure = ModelFailure.of(e, properties.longestPause());
      throw answer.begun() ? failure.brokeOff() : failure;
    }
  }

  /** What takes a schema beside the messages; the others are told in words alone. */
  private boolean formats(ModelRef model) {
    ProviderType type = providers.provider(model).type();
    return type != ProviderType.ANTHROPIC && type != ProviderType.GEMINI;
  }

  private long pause(int attempt, Either<Throwable, RawAnswer> outcome) {
    Duration asked = outcome.getLeft() instanceof ModelFailure f ? f.retryAfter() : null;
    long own = properties.firstPause().toMillis() << Math.min(attempt - 1, 20);
    long pause = asked == null ? own : Math.max(asked.toMillis(), 0);
    return Math.max(1, Math.min(pause, properties.longestPause().toMillis()));
  }
}
