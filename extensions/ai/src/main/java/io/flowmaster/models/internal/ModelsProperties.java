package io.flowmaster.models.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which language models there are and how they are asked.
 *
 * @param providers by a name of one's own
 * @param classes chains of models as {@code provider/model}, by name; without one named {@code
 *     usual} that is every model of every provider, in the order of their names
 * @param attempts how often a model is asked before the next of the chain is
 * @param firstPause before the second attempt; each further one is twice as long
 * @param longestPause also of what a provider asks for by {@code Retry-After}: when it asks for
 *     more, the next model of the chain is asked
 */
@Validated
@ConfigurationProperties("flowmaster.models")
record ModelsProperties(
    @DefaultValue @Valid Map<String, Provider> providers,
    @DefaultValue Map<String, List<String>> classes,
    @Shown @DefaultValue("3") @Min(1) @Max(10) int attempts,
    @Shown @DefaultValue("PT0.5S") Duration firstPause,
    @Shown @DefaultValue("PT20S") Duration longestPause,
    @DefaultValue @Valid Breaker breaker,
    @DefaultValue @Valid Cache cache,
    @DefaultValue @Valid Recordings recordings,
    @Shown @DefaultValue("P400D") Duration keepCalls) {

  /** The chain that is asked when a call names none. */
  static final String USUAL = "usual";

  /**
   * Who serves models.
   *
   * @param baseUrl null for the provider's own; needed for the types without one
   * @param apiKey null when none is needed
   * @param timeout of one attempt, from the question to the whole answer
   * @param maxOutputTokens null for the provider's own limit
   * @param trusted whether it runs on machines of one's own, so that nothing is redacted for it
   */
  record Provider(
      @NotNull ProviderType type,
      @Nullable String baseUrl,
      @Nullable String apiKey,
      @DefaultValue @Valid List<Model> models,
      @DefaultValue("PT60S") Duration timeout,
      @Nullable Integer maxOutputTokens,
      @DefaultValue("false") boolean trusted) {

    /** The key is never shown. */
    @Override
    public String toString() {
      return "Provider[" + type + ", " + baseUrl + "]";
    }
  }

  /**
   * A model and what it costs.
   *
   * @param name as the provider names it; the deployment for Azure OpenAI
   * @param inputPrice US dollars per million tokens; null when unknown
   * @param outputPrice US dollars per million tokens; null when unknown
   */
  record Model(
      @NotBlank String name, @Nullable BigDecimal inputPrice, @Nullable BigDecimal outputPrice) {}

  /** What a provider speaks. */
  enum ProviderType {
    OPENAI,
    OPENAI_COMPATIBLE,
    OLLAMA,
    AZURE_OPENAI,
    ANTHROPIC,
    GEMINI
  }

  /**
   * When a provider is given a rest.
   *
   * @param calls how many of the last are looked at
   * @param failures the share of them, in percent, that may fail
   * @param rest for how long it is not asked
   */
  record Breaker(
      @Shown @DefaultValue("20") @Min(2) @Max(1000) int calls,
      @Shown @DefaultValue("60") @Min(1) @Max(100) int failures,
      @Shown @DefaultValue("PT30S") Duration rest) {}

  /**
   * Former answers, in this node's memory.
   *
   * @param byMeaning whether calls that allow it are answered from questions that mean the same
   * @param likeness how much two questions must be alike (cosine)
   */
  record Cache(
      @Shown @DefaultValue("true") boolean enabled,
      @Shown @DefaultValue("10000000") @Min(1000) long characters,
      @Shown @DefaultValue("PT1H") Duration keep,
      @Shown @DefaultValue("false") boolean byMeaning,
      @Shown @DefaultValue("0.97") double likeness) {}

  /**
   * Calls as files, for tests.
   *
   * @param mode {@code RECORD} asks and writes, {@code REPLAY} reads and never asks
   */
  record Recordings(
      @Shown @DefaultValue("OFF") RecordingMode mode, @DefaultValue("recordings") Path folder) {}

  enum RecordingMode {
    OFF,
    RECORD,
    REPLAY
  }
}
