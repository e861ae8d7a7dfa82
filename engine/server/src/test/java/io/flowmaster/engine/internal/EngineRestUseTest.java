package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.engine.EngineRestUsed;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class EngineRestUseTest {
  private final List<Object> told = new ArrayList<>();
  private final EngineRestUse use = new EngineRestUse(new Demo(), told::add, Clock.systemUTC());
  private final HistoryEventHandler engine = use.tap();

  @BeforeEach
  void request() {
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest()));
  }

  @AfterEach
  void noRequest() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void aChangeIsToldOnceAndInItsOwnTransaction() {
    use.begin("POST", "task/1/claim");
    transaction(
        TransactionSynchronization.STATUS_COMMITTED,
        () -> {
          engine.handleEvent(new HistoryEvent());
          assertThat(told)
              .singleElement()
              .isInstanceOfSatisfying(
                  EngineRestUsed.class,
                  event -> assertThat(event.path()).isEqualTo("task/1/claim"));
          engine.handleEvents(List.of(new HistoryEvent()));
        });
    use.end();
    assertThat(told).hasSize(1);
  }

  @Test
  void whatWasRolledBackIsToldAgainWithTheNextChange() {
    use.begin("POST", "message");
    Runnable change = () -> engine.handleEvent(new HistoryEvent());
    transaction(TransactionSynchronization.STATUS_ROLLED_BACK, change);
    transaction(TransactionSynchronization.STATUS_COMMITTED, change);
    use.end();
    assertThat(told).hasSize(2);
  }

  @Test
  void whatTheHistoryDoesNotKnowIsToldAtTheEnd() {
    use.begin("POST", "external-task/fetchAndLock");
    assertThat(told).isEmpty();
    use.end();
    assertThat(told).hasSize(1);
  }

  @Test
  void changesOfOtherDoorsAreNotTold() {
    Runnable change = () -> engine.handleEvent(new HistoryEvent());
    transaction(TransactionSynchronization.STATUS_COMMITTED, change);
    use.end();
    assertThat(told).isEmpty();
  }

  private static void transaction(int status, Runnable work) {
    TransactionSynchronizationManager.initSynchronization();
    try {
      work.run();
      TransactionSynchronizationManager.getSynchronizations()
          .forEach(known -> known.afterCompletion(status));
    } finally {
      TransactionSynchronizationManager.clearSynchronization();
    }
  }

  /** Somebody of a tenant. */
  private static final class Demo implements CurrentActor {
    @Override
    public Actor get() {
      return Actor.system(new TenantId("demo"));
    }

    @Override
    public Optional<Actor> find() {
      return Optional.of(get());
    }

    @Override
    public <T> T as(Actor actor, Supplier<T> work) {
      return work.get();
    }
  }
}
