package io.flowmaster.worker.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test method of a class an engine in memory as a parameter of type {@link
 * WorkerEngine}, without tasks, jobs or executions of former tests:
 *
 * <pre>{@code
 * @WorkerTest("loan/*")
 * class LoanTest {
 *   @Test
 *   void aLoanIsGranted(WorkerEngine engine) {
 *     engine.workers(new CreditCheck()).mock("payout", variables -> Map.of("paid", true));
 *     engine.start("loan", Map.of("income", 4200)).endedAt("granted");
 *   }
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WorkerTestExtension.class)
public @interface WorkerTest {
  /** What is deployed before each test: patterns on the class path, such as {@code loan/*}. */
  String[] value() default {};
}
