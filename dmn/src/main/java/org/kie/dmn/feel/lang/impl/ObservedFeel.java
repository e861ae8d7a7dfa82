package org.kie.dmn.feel.lang.impl;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNVersion;
import org.kie.dmn.api.feel.runtime.events.FEELEventListener;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.FEELDialect;
import org.kie.dmn.feel.lang.FEELProfile;

/**
 * KIE's FEEL that lets somebody look at every round of a loop, every call and every name that is
 * read. KIE offers no other place to end an expression that does not end by itself.
 */
public final class ObservedFeel extends FEELImpl {
  private final Runnable observer;

  /**
   * @param observer is run very often, in the evaluating thread; what it throws ends the evaluation
   */
  public ObservedFeel(
      ClassLoader classes,
      List<FEELProfile> profiles,
      FEELDialect dialect,
      DMNVersion version,
      Runnable observer) {
    super(classes, profiles, dialect, version);
    this.observer = observer;
  }

  @Override
  public EvaluationContextImpl newEvaluationContext(
      ClassLoader classes, Collection<FEELEventListener> listeners, Map<String, Object> inputs) {
    return observed(super.newEvaluationContext(classes, listeners, inputs), listeners);
  }

  @Override
  public EvaluationContextImpl newEvaluationContext(
      Collection<FEELEventListener> listeners, Map<String, Object> inputs, boolean typeCheck) {
    EvaluationContextImpl made = super.newEvaluationContext(listeners, inputs, typeCheck);
    return made instanceof Observed ? made : observed(made, listeners);
  }

  private EvaluationContextImpl observed(
      EvaluationContextImpl made, Collection<FEELEventListener> listeners) {
    observer.run();
    return new Observed(made, getEventsManager(listeners), observer);
  }

  private static final class Observed extends EvaluationContextImpl {
    private final FEELEventListenersManager listeners;
    private final Runnable observer;

    Observed(EvaluationContextImpl like, FEELEventListenersManager listeners, Runnable observer) {
      super(
          like.getRootClassLoader(),
          listeners,
          0,
          like.getFEELDialect(),
          like.getDMNVersion(),
          like.isLenient());
      this.listeners = listeners;
      this.observer = observer;
      Deque<ExecutionFrame> frames = getStack();
      frames.clear();
      new ArrayDeque<>(like.getStack()).descendingIterator().forEachRemaining(frames::push);
      setDMNRuntime(like.getDMNRuntime());
      setPerformRuntimeTypeCheck(like.isPerformRuntimeTypeCheck());
    }

    @Override
    public EvaluationContext current() {
      return new Observed(this, listeners, observer);
    }

    @Override
    public void enterFrame() {
      observer.run();
      super.enterFrame();
    }

    @Override
    public void enterFrame(int size) {
      observer.run();
      super.enterFrame(size);
    }

    @Override
    public Object getValue(String name) {
      observer.run();
      return super.getValue(name);
    }

    @Override
    public Object getValue(String[] name) {
      observer.run();
      return super.getValue(name);
    }
  }
}
