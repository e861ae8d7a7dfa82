package io.flowmaster.worker.test;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One engine for all tests, as its start takes seconds; what a test deployed goes with it. */
final class WorkerTestExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace OURS = Namespace.create(WorkerTestExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == WorkerEngine.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getStore(OURS)
        .getOrComputeIfAbsent(
            WorkerEngine.class,
            type -> {
              WorkerEngine engine = new WorkerEngine();
              of(test).ifPresent(annotation -> engine.deploy(annotation.value()));
              return engine;
            });
  }

  @Override
  public void afterEach(ExtensionContext test) {
    WorkerEngine engine = test.getStore(OURS).remove(WorkerEngine.class, WorkerEngine.class);
    if (engine != null) {
      engine.close();
    }
  }

  /** Of the class, or of the one around a nested class. */
  private static Optional<WorkerTest> of(ExtensionContext test) {
    for (Class<?> type = test.getRequiredTestClass();
        type != null;
        type = type.getEnclosingClass()) {
      WorkerTest found = type.getAnnotation(WorkerTest.class);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
