package io.flowmaster.models.internal;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.flowmaster.models.internal.ModelsProperties.Provider;
import io.flowmaster.models.internal.ModelsProperties.ProviderType;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The models of LangChain4j, each made when it is first asked. They neither retry nor log. */
@Component
class Providers {
  private static final String OLLAMA = "http://localhost:11434/v1";
  private static final int ANTHROPIC_TOKENS = 4096;
  private final Map<ModelRef, ChatModel> models = new ConcurrentHashMap<>();
  private final Map<ModelRef, StreamingChatModel> streams = new ConcurrentHashMap<>();
  private final ModelsProperties properties;
  private final Clock clock;

  Providers(ModelsProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  ChatModel model(ModelRef ref) {
    return models.computeIfAbsent(ref, this::make);
  }

  StreamingChatModel stream(ModelRef ref) {
    return streams.computeIfAbsent(ref, this::makeStream);
  }

  Provider provider(ModelRef ref) {
    Provider provider = properties.providers().get(ref.provider());
    if (provider == null) {
      throw new IllegalStateException("no provider " + ref.provider());
    }
    return provider;
  }

  private ChatModel make(ModelRef ref) {
    Provider provider = provider(ref);
    return switch (provider.type()) {
      case ANTHROPIC ->
          AnthropicChatModel.builder()
              .httpClientBuilder(http(provider))
              .baseUrl(baseUrl(provider, "https://api.anthropic.com/v1/"))
              .apiKey(provider.apiKey())
              .modelName(ref.model())
              .maxTokens(tokens(provider))
              .maxRetries(0)
              .build();
      case GEMINI ->
          GoogleAiGeminiChatModel.builder()
              .httpClientBuilder(http(provider))
              .baseUrl(provider.baseUrl())
              .apiKey(provider.apiKey())
              .modelName(ref.model())
              .maxOutputTokens(provider.maxOutputTokens())
              .maxRetries(0)
              .build();
      default ->
          OpenAiChatModel.builder()
              .httpClientBuilder(http(provider))
              .baseUrl(openAiUrl(provider))
              .apiKey(bearer(provider))
              .customHeaders(headers(provider))
              .modelName(ref.model())
              .maxTokens(provider.maxOutputTokens())
              .strictJsonSchema(provider.type() == ProviderType.OPENAI)
              .maxRetries(0)
              .build();
    };
  }

  private StreamingChatModel makeStream(ModelRef ref) {
    Provider provider = provider(ref);
    return switch (provider.type()) {
      case ANTHROPIC ->
          AnthropicStreamingChatModel.builder()
              .httpClientBuilder(http(provider))
              .baseUrl(baseUrl(provider, "https://api.anthropic.com/v1/"))
              .apiKey(provider.apiKey())
              .modelName(ref.model())
              .maxTokens(tokens(provider))
              .build();
      case GEMINI ->
          GoogleAiGeminiStreamingChatModel.builder()
              .httpClientBuilder(http(provider))
              .baseUrl(provider.baseUrl())
              .apiKey(provider.apiKey())
              .modelName(ref.model())
              .maxOutputTokens(provider.maxOutputTokens())
              .build();
      default ->
          OpenAiStreamingChatModel.builder()
              .httpClientBuilder(http(provider))
              .baseUrl(openAiUrl(provider))
              .apiKey(bearer(provider))
              .customHeaders(headers(provider))
              .modelName(ref.model())
              .maxTokens(provider.maxOutputTokens())
              .strictJsonSchema(provider.type() == ProviderType.OPENAI)
              .build();
    };
  }

  private static int tokens(Provider provider) {
    return provider.maxOutputTokens() == null ? ANTHROPIC_TOKENS : provider.maxOutputTokens();
  }

  private static String openAiUrl(Provider provider) {
    return switch (provider.type()) {
      case OPENAI -> baseUrl(provider, "https://api.openai.com/v1");
      case OLLAMA -> baseUrl(provider, OLLAMA);
      default -> baseUrl(provider, null);
    };
  }

  private static String baseUrl(Provider provider, @Nullable String own) {
    String url = provider.baseUrl() == null ? own : provider.baseUrl();
    if (url == null) {
      throw new IllegalStateException(provider.type() + " needs a base-url");
    }
    return url;
  }

  /** Azure has the key in a header of its own. */
  private static @Nullable String bearer(Provider provider) {
    return provider.type() == ProviderType.AZURE_OPENAI ? null : provider.apiKey();
  }

  private static Map<String, String> headers(Provider provider) {
    return provider.type() == ProviderType.AZURE_OPENAI && provider.apiKey() != null
        ? Map.of("api-key", provider.apiKey())
        : Map.of();
  }

  private HttpClientBuilder http(Provider provider) {
    return new ProviderHttp(Shared.CLIENT, provider.timeout(), clock).builder();
  }

  /** One client for all, from its first use on. */
  private static final class Shared {
    static final HttpClient CLIENT =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }
}
