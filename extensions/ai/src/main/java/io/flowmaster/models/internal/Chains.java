package io.flowmaster.models.internal;

import io.flowmaster.models.ModelClass;
import io.flowmaster.models.NoModelConfigured;
import io.flowmaster.models.internal.ModelsProperties.Model;
import io.flowmaster.models.internal.ModelsProperties.Provider;
import io.flowmaster.models.internal.ModelsProperties.ProviderType;
import io.flowmaster.platform.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which models are asked, by class; a configuration that names what is not there does not start.
 */
@Component
class Chains {
  private final Map<String, List<ModelRef>> chains = new TreeMap<>();
  private final Map<ModelRef, Model> models;

  Chains(ModelsProperties properties) {
    this.models = models(properties);
    properties.providers().forEach(Chains::check);
    properties.classes().forEach((name, refs) -> chains.put(name, chain(name, refs)));
    if (!models.isEmpty()) {
      chains.putIfAbsent(ModelsProperties.USUAL, List.copyOf(models.keySet()));
    }
  }

  boolean any() {
    return !chains.isEmpty();
  }

  /** The model's prices; null when the configuration names no such model. */
  @Nullable Model model(ModelRef ref) {
    return models.get(ref);
  }

  List<ModelClass> classes() {
    return chains.entrySet().stream()
        .map(
            each ->
                new ModelClass(
                    each.getKey(), each.getValue().stream().map(ModelRef::toString).toList()))
        .toList();
  }

  /**
   * The chain of a class, or the one model that is meant.
   *
   * @param name of a class, or {@code provider/model}; null for the usual
   */
  List<ModelRef> of(@Nullable String name) {
    if (chains.isEmpty()) {
      throw new NoModelConfigured();
    }
    List<ModelRef> chain = chains.get(name == null ? ModelsProperties.USUAL : name);
    if (chain != null) {
      return chain;
    }
    ModelRef one = ModelRef.of(String.valueOf(name));
    if (models.containsKey(one)) {
      return List.of(one);
    }
    throw new InvalidValue(
        "model-class",
        "There is no model class '"
            + name
            + "'; there are "
            + String.join(", ", chains.keySet())
            + ".");
  }

  private List<ModelRef> chain(String name, List<String> refs) {
    List<ModelRef> chain = new ArrayList<>();
    for (String text : refs) {
      ModelRef ref = ModelRef.of(text);
      if (!models.containsKey(ref)) {
        throw new IllegalStateException(
            "flowmaster.models.classes." + name + " names " + text + ", which no provider has");
      }
      chain.add(ref);
    }
    return List.copyOf(chain);
  }

  private static void check(String name, Provider provider) {
    String at = "flowmaster.models.providers." + name;
    ProviderType type = provider.type();
    if (provider.models().isEmpty()) {
      throw new IllegalStateException(at + ".models is missing");
    }
    boolean ownUrl = type == ProviderType.OPENAI_COMPATIBLE || type == ProviderType.AZURE_OPENAI;
    if (ownUrl && provider.baseUrl() == null) {
      throw new IllegalStateException(at + ".base-url is missing");
    }
    boolean keyless = type == ProviderType.OPENAI_COMPATIBLE || type == ProviderType.OLLAMA;
    if (!keyless && provider.apiKey() == null) {
      throw new IllegalStateException(at + ".api-key is missing");
    }
  }

  private static Map<ModelRef, Model> models(ModelsProperties properties) {
    Map<ModelRef, Model> all = new java.util.LinkedHashMap<>();
    new TreeMap<>(properties.providers())
        .forEach(
            (name, provider) ->
                provider
                    .models()
                    .forEach(model -> all.put(new ModelRef(name, model.name()), model)));
    return all;
  }
}
