package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.worker.transport.WorkerTransport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import jakarta.validation.Validator;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Works the methods that carry {@code @Worker}, unless {@code flowmaster.worker.enabled=false}. Its
 * parts are imported, not {@code @Configuration}s: an application that scans this package would
 * find those by themselves.
 */
@AutoConfiguration(
    after = {JacksonAutoConfiguration.class, FlowMasterClientAutoConfiguration.class},
    afterName = {
      "io.flowmaster.worker.embedded.EngineTransportAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration",
      "org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration"
    })
@ConditionalOnProperty(name = "flowmaster.worker.enabled", matchIfMissing = true)
@EnableConfigurationProperties(WorkerProperties.class)
@Import({
  WorkerAutoConfiguration.Validation.class,
  WorkerAutoConfiguration.CamundaClient.class,
  WorkerAutoConfiguration.Table.class,
  WorkerAutoConfiguration.Watched.class
})
class WorkerAutoConfiguration {

  @Bean
  WorkerIdentity flowmasterWorkerIdentity(
      Environment environment, ObjectProvider<BuildProperties> build) {
    BuildProperties known = build.getIfAvailable();
    return WorkerIdentity.of(environment, known == null ? null : known.getVersion());
  }

  @Bean
  WorkerMethods flowmasterWorkerMethods(
      ConfigurableListableBeanFactory beans, ObjectMapper json, ObjectProvider<InputCheck> check) {
    return new WorkerMethods(beans, json, check.getIfAvailable(() -> InputCheck.NONE));
  }

  @Bean
  WorkerLoop flowmasterWorkerLoop(
      ObjectProvider<TopicHandlers> handlers,
      ObjectProvider<WorkerTransport> transport,
      ObjectProvider<PlatformAddress> known,
      WorkerProperties properties,
      WorkerIdentity identity,
      Environment environment,
      ObjectMapper json,
      ObjectProvider<Clock> clock,
      ObjectProvider<Inbox> inbox,
      ObjectProvider<ObservationRegistry> observations,
      ObjectProvider<MeterRegistry> meters) {
    ObservationRegistry registry = observations.getIfUnique(() -> ObservationRegistry.NOOP);
    PlatformAddress address =
        known.getIfAvailable(
            () ->
                new PlatformAddress(
                    properties, environment, json, clock.getIfUnique(Clock::systemUTC)));
    return new WorkerLoop(
        handlers.orderedStream().toList(),
        () -> {
          boolean overRest =
              properties.transport() == WorkerProperties.Transport.REST || properties.url() != null;
          WorkerTransport given = overRest ? null : transport.getIfAvailable();
          return given != null ? given : rest(address, properties, identity, registry);
        },
        identity,
        properties,
        new Variables(json),
        inbox.getIfAvailable(() -> Inbox.NONE),
        registry,
        meters.getIfUnique(CompositeMeterRegistry::new));
  }

  private static WorkerTransport rest(
      PlatformAddress address,
      WorkerProperties properties,
      WorkerIdentity identity,
      ObservationRegistry observations) {
    return new RestTransport(
        new PlatformHttp(
            address.url(), identity.name(), properties.tenant(), address.token(), observations));
  }

  @ConditionalOnClass(Validator.class)
  static class Validation {

    @Bean
    @ConditionalOnMissingBean
    InputCheck flowmasterInputCheck(ObjectProvider<Validator> validator) {
      Validator known = validator.getIfAvailable();
      return known == null ? InputCheck.NONE : new InputCheck.ByBeanValidation(known);
    }
  }

  @ConditionalOnClass(name = "org.camunda.bpm.client.spring.annotation.ExternalTaskSubscription")
  static class CamundaClient {

    @Bean
    CamundaHandlers flowmasterCamundaHandlers(ConfigurableListableBeanFactory beans) {
      return new CamundaHandlers(beans);
    }
  }

  @ConditionalOnClass(name = "org.springframework.jdbc.core.JdbcTemplate")
  @ConditionalOnProperty("flowmaster.worker.inbox.enabled")
  static class Table {

    @Bean
    @DependsOnDatabaseInitialization
    Inbox flowmasterWorkerInbox(
        JdbcTemplate jdbc,
        PlatformTransactionManager transactions,
        ObjectProvider<Clock> clock,
        WorkerProperties properties) {
      return new JdbcInbox(
          jdbc, transactions, clock.getIfUnique(Clock::systemUTC), properties.inbox().keep());
    }
  }

  @ConditionalOnClass(name = "org.springframework.boot.actuate.health.AbstractHealthIndicator")
  static class Watched {

    @Bean
    @ConditionalOnEnabledHealthIndicator("workers")
    WorkerHealth workersHealthIndicator(WorkerLoop loop) {
      return new WorkerHealth(loop);
    }
  }
}
