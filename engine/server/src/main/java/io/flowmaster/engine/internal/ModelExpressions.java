package io.flowmaster.engine.internal;

import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/** The JUEL of models: the engine's, and JSON variables as values. */
class ModelExpressions extends SpringExpressionManager {
  ModelExpressions(ApplicationContext context) {
    super(context);
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolver = new CompositeELResolver();
    resolver.add(new JsonResolver());
    resolver.add(super.createElResolver());
    return resolver;
  }
}
