package io.flowmaster.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A Java class that a model must not reach: it counts how often one did. */
public class PolicyMarker implements JavaDelegate {
  private static final AtomicInteger REACHED = new AtomicInteger();

  public PolicyMarker() {
    REACHED.incrementAndGet();
  }

  /** How often a model has reached it. */
  public static int reached() {
    return REACHED.get();
  }

  @Override
  public void execute(DelegateExecution execution) {
    REACHED.incrementAndGet();
  }
}
