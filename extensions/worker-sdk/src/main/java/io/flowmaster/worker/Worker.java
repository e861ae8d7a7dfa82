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
 * <p>The method may take, in any order:
 *
 * <ul>
 *   <li>one input, a record or bean into which the variables of the same names are bound; {@code
 *       Map<String, JsonNode>} gets all variables;
 *   <li>single variables, {@code @Variable String name};
 *   <li>a {@link WorkerContext}, and {@code @BusinessKey String key}.
 * </ul>
 *
 * <p>Only the variables that these name are fetched. Where Bean Validation is there, the input and
 * the constraints of the parameters are checked before the call. What it returns, a record or a
 * map, becomes variables, one for each member; {@code null} or {@code void} adds none.
 *
 * <p>It is called at least once for each task, and by several threads at the same time: a call that
 * finds its work done already must give the same answer again.
 *
 * <p>A {@link BusinessError} continues the process at the error event of that code. A {@link
 * FatalError}, or input that does not fit, is an incident at once. Any other exception, and {@link
 * RetryLater}, is tried again after a pause, and becomes an incident when no retry is left.
 *
 * <p>The thread is interrupted when the task is no longer ours: when another worker or nobody has
 * it, when it took too long, or when the application stops and does not wait any longer.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Worker {
  /** The topic, which may hold {@code ${...}}; one method works a topic in an application. */
  String value();

  /** Keys of the processes whose tasks are worked; all when empty. */
  String[] processes() default {};

  /** Tenants whose tasks are worked; all that the client may see when empty. */
  String[] tenants() default {};

  /** How many tasks of this topic at the same time; 0 for the usual number. */
  int concurrency() default 0;

  /** How often a failed task is tried again; -1 for the usual number. */
  int retries() default -1;

  /** Exceptions that no retry can help. */
  Class<? extends Throwable>[] fatal() default {};

  /**
   * Codes of the {@link BusinessError}s that it throws: for readers, and for the check that the
   * diagrams and the workers fit together.
   */
  String[] errors() default {};
}
