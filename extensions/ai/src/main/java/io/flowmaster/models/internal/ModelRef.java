package io.flowmaster.models.internal;

/**
 * A model of a provider.
 *
 * @param provider as the configuration names it
 * @param model as the provider names it; may hold slashes
 */
record ModelRef(String provider, String model) {

  /** Of {@code provider/model}; without a slash the model is empty. */
  static ModelRef of(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new ModelRef(text, "")
        : new ModelRef(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return provider + "/" + model;
  }
}
