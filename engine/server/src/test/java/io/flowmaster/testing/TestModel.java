package io.flowmaster.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The language model of all tests: it answers what a test told it to. Of anything else it is as if
 * no model could be asked, so that what works without one is tested beside it.
 */
public class TestModel implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final ModelDouble MODEL = ModelDouble.started().onlyScripted();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "flowmaster.models.providers.double.type=openai-compatible",
            "flowmaster.models.providers.double.base-url=" + MODEL.url(),
            "flowmaster.models.providers.double.api-key=the-key-of-the-double",
            "flowmaster.models.providers.double.models[0].name=scripted",
            "flowmaster.models.providers.double.models[0].input-price=1",
            "flowmaster.models.providers.double.models[0].output-price=2",
            "flowmaster.models.breaker.calls=1000",
            "flowmaster.models.first-pause=10ms")
        .applyTo(context);
  }

  /** What a test tells it, by a text of its own. */
  public static ModelDouble.Script when(String contained) {
    return MODEL.when(contained);
  }

  /** What it was asked. */
  public static java.util.List<com.fasterxml.jackson.databind.JsonNode> requests(String contained) {
    return MODEL.requests(contained);
  }
}
