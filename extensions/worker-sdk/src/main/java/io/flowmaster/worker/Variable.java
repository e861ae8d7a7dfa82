package io.flowmaster.worker;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter of a {@link Worker} method that gets one process variable. The type may be anything
 * that JSON can be bound to, or a {@link Document}. A variable that the execution does not have is
 * {@code null}, an empty {@code Optional}, or, for a primitive, input that does not fit.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Variable {
  /** Name of the variable; the parameter's own name when it is left out. */
  String value() default "";
}
