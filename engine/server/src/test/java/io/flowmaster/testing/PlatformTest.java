package io.flowmaster.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * The whole platform on a random port and an empty database: H2 in memory, or a real PostgreSQL
 * with {@code -Dflowmaster.test.database=postgresql}. All classes share one context, so each test
 * works with names of its own (see {@link Names}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "db-scheduler.polling-interval=200ms",
      "camunda.bpm.job-execution.wait-time-in-millis=200",
      "camunda.bpm.job-execution.max-wait=500",
      "flowmaster.engine.retry-time-cycle=R3/PT0S",
      "flowmaster.documents.directory=target/documents",
      "flowmaster.knowledge.directory=target/knowledge",
      "flowmaster.outbound.allow=127.0.0.1,localhost",
      "flowmaster.events.attempts=4",
      "flowmaster.events.first-pause=50ms",
      "flowmaster.events.timeout=1s",
      "flowmaster.knowledge.patience=30s"
    })
@ActiveProfiles("demo")
@ContextConfiguration(
    initializers = {TestDatabase.class, OtherProvider.class, TestMail.class, TestModel.class})
@Import({Api.class, QuickPasswords.class, SettableClock.Configuration.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface PlatformTest {}
