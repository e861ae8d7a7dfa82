package io.flowmaster.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that runs, and that a test can put forward; the engine's clock goes with it. */
public class SettableClock extends Clock {
  private volatile Duration ahead = Duration.ZERO;

  /** Puts the platform's and the engine's time forward. */
  public void forward(Duration by) {
    ahead = ahead.plus(by);
    ClockUtil.offset(ahead.toMillis());
  }

  /** Back to the real time. */
  public void reset() {
    ahead = Duration.ZERO;
    ClockUtil.reset();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), ahead);
  }

  @Override
  public Instant instant() {
    return Clock.tickMillis(ZoneOffset.UTC).instant().plus(ahead);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Configuration {
    @Bean
    @Primary
    SettableClock settableClock() {
      return new SettableClock();
    }
  }
}
