package io.flowmaster.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller method (it returns {@code ResponseEntity}) that keeps the {@code Idempotency-Key}
 * promise: the same key, tenant and input give the same answer and one effect; the same key with
 * another input gives 422. The key is stored in the transaction of the effect, so both are there or
 * neither. Keys are kept for 24 hours at least.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
  /** The request attribute that is set when the answer is a stored one, so nothing was done. */
  String REPLAYED = "io.flowmaster.platform.replayed";
}
