package io.flowmaster.rules.internal;

import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;

/** Reads models with {@link ChoosingTransform}. */
final class ChoosingTransformer extends DefaultDmnTransformer {
  @Override
  public DmnTransform createTransform() {
    return new ChoosingTransform(this);
  }
}
