package io.flowmaster.worker;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Works the external tasks of a topic. On a method of any Spring bean:
 *
 * <pre>{@code
 * @Worker("credit-check")
 * Decision check(Application application, WorkerContext context) { ... }
 * }</pre>
 *
 * <p>The method may take one input, into which the variables of the same names are bound, and a
 * {@link WorkerContext}, in any order. Only the variables that the input names are fetched; an
 * input of type {@code Map<String, JsonNode>} gets all of them. What it returns, a record or a map,
 * becomes variables, one for each member; {@code null} or {@code void} adds none.
 *
 * <p>It is called at least once for each task, and by several threads at the same time: a call that
 * finds its work done already must give the same answer again.
 *
 * <p>A {@link BusinessError} continues the process at the error event of that code. Any other
 * exception is a failure: it is tried again after a pause, and becomes an incident when no retry is
 * left.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Worker {
  /** The topic; one method works a topic in an application. */
  String value();
}
