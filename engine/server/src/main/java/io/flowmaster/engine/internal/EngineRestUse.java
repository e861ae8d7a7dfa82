package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineRestUsed;
import io.flowmaster.platform.CurrentActor;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Tells once that a request through the engine's REST changed something: in the transaction of the
 * first change that the engine's history knows, so that neither can be without the other. What has
 * no history (locks of external tasks, which run out by themselves) is told right afterwards.
 */
@Component
class EngineRestUse {
  private static final String REQUEST = EngineRestUse.class.getName();
  private static final int LONGEST_PATH = 180;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EngineRestUse(CurrentActor current, ApplicationEventPublisher events, Clock clock) {
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  /** The request may change something from now on. */
  void begin(String method, String path) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      String shortened = path.substring(0, Math.min(path.length(), LONGEST_PATH));
      request.setAttribute(REQUEST, new Use(method, shortened), RequestAttributes.SCOPE_REQUEST);
    }
  }

  /** The request succeeded. */
  void end() {
    Use use = current();
    if (use != null && !use.told) {
      publish(use);
    }
  }

  private void changed() {
    Use use = current();
    if (use == null || use.told || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return;
    }
    use.told = true;
    publish(use);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            use.told = status != STATUS_ROLLED_BACK;
          }
        });
  }

  private void publish(Use use) {
    events.publishEvent(
        new EngineRestUsed(current.tenant(), use.method, use.path, clock.instant()));
  }

  private static @Nullable Use current() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request == null
        ? null
        : (Use) request.getAttribute(REQUEST, RequestAttributes.SCOPE_REQUEST);
  }

  /** What the engine is told of all that it keeps in its history. */
  HistoryEventHandler tap() {
    return new HistoryEventHandler() {
      @Override
      public void handleEvent(HistoryEvent event) {
        changed();
      }

      @Override
      public void handleEvents(List<HistoryEvent> events) {
        changed();
      }
    };
  }

  private static final class Use {
    private final String method;
    private final String path;
    private boolean told;

    private Use(String method, String path) {
      this.method = method;
      this.path = path;
    }
  }
}
