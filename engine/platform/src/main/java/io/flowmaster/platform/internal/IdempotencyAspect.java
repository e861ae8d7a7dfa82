package io.flowmaster.platform.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Keeps the promise of {@link Idempotent}. */
@Aspect
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class IdempotencyAspect {
  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;
  private final IdempotencyStore store;
  private final CurrentActor actor;
  private final TransactionTemplate transaction;

  IdempotencyAspect(IdempotencyStore store, CurrentActor actor, TransactionTemplate transaction) {
    this.store = store;
    this.actor = actor;
    this.transaction = transaction;
  }

  @Around("@annotation(idempotent)")
  Object around(ProceedingJoinPoint call, Idempotent idempotent) throws Throwable {
    ServletRequestAttributes request =
        (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    String key = request.getRequest().getHeader(HEADER);
    if (key == null) {
      return call.proceed();
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new InvalidValue(
          "idempotency-key", "Idempotency-Key has 1 to " + LONGEST_KEY + " characters.");
    }
    String route = request.getRequest().getMethod() + " " + request.getRequest().getRequestURI();
    String hash = store.hash(route, call.getArgs());
    try {
      return transaction.execute(status -> first(call, key, hash));
    } catch (KeyTaken taken) {
      request.getRequest().setAttribute(Idempotent.REPLAYED, true);
      return store.answer(actor.get(), key, hash).orElseThrow(KeyReused::new);
    } catch (Carried carried) {
      throw carried.getCause();
    }
  }

  private ResponseEntity<?> first(ProceedingJoinPoint call, String key, String hash) {
    try {
      store.reserve(actor.get(), key, hash);
    } catch (DuplicateKeyException e) {
      throw new KeyTaken(e);
    }
    try {
      ResponseEntity<?> answer = (ResponseEntity<?>) call.proceed();
      store.keep(actor.tenant(), key, answer);
      return answer;
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new Carried(e);
    }
  }

  /**
   * The key came before with another input, or from somebody else
   * (draft-ietf-httpapi-idempotency-key-header, section 2.7).
   */
  static final class KeyReused extends Problem {
    KeyReused() {
      super(
          ProblemKind.UNACCEPTABLE,
          "idempotency-key-reused",
          "This Idempotency-Key was used before with another request. Take a new key for a new request.");
    }
  }

  private static final class KeyTaken extends RuntimeException {
    KeyTaken(DuplicateKeyException cause) {
      super(cause);
    }
  }

  private static final class Carried extends RuntimeException {
    Carried(Throwable cause) {
      super(cause);
    }
  }
}
