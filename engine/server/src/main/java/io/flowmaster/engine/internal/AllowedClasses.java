package io.flowmaster.engine.internal;

import org.camunda.bpm.engine.impl.DefaultArtifactFactory;

/** Makes objects of the Java classes that a model may name. */
class AllowedClasses extends DefaultArtifactFactory {
  private final Allowances allowances;

  AllowedClasses(Allowances allowances) {
    this.allowances = allowances;
  }

  @Override
  public <T> T getArtifact(Class<T> type) {
    if (!allowances.javaClass(Allowances.tenant(null), type.getName())) {
      throw new PolicyRefusal(
          Violation.JAVA_CLASS, "The Java class %s is not allowed.".formatted(type.getName()));
    }
    return super.getArtifact(type);
  }
}
