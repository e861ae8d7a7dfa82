package io.flowmaster.integrations.internal;

import io.flowmaster.platform.OutboundAddresses;
import io.flowmaster.platform.OutboundHttp;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The platform's own guard, with this machine allowed; other private networks stay refused. */
final class Outbound implements AutoCloseable {
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  Outbound() {
    TestPropertyValues.of("flowmaster.outbound.allow=127.0.0.1,localhost").applyTo(context);
    context.register(Beans.class);
    context.refresh();
  }

  OutboundHttp http() {
    return context.getBean(OutboundHttp.class);
  }

  Hosts hosts() {
    return new Hosts(context.getBean(OutboundAddresses.class));
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration(proxyBeanMethods = false)
  @ConfigurationPropertiesScan("io.flowmaster.platform.internal")
  @ComponentScan(
      basePackages = "io.flowmaster.platform.internal",
      useDefaultFilters = false,
      includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Guarded(Http|Addresses)"))
  static class Beans {}
}
