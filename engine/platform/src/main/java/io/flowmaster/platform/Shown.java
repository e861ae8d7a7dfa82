package io.flowmaster.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A property that administrators may read, in a record of {@code flowmaster.*} properties. What is
 * not marked is never told, so that a new secret stays one.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shown {

  /** Tells only whether it is set: for a secret whose absence matters. */
  boolean onlyWhetherSet() default false;
}
