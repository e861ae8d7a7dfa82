package io.flowmaster.worker.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The time of a test, and of its engine. It stands still until it is set. */
public final class SettableClock extends Clock {
  private volatile Instant now;
  private final ZoneId zone;

  SettableClock() {
    this(Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
    set(now);
  }

  private SettableClock(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** It is this time now. */
  public void set(Instant time) {
    now = time;
    ClockUtil.setCurrentTime(Date.from(time));
  }

  /** So much time passes. */
  public void advance(Duration time) {
    set(now.plus(time));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same time, read in another zone; it does not follow later changes. */
  @Override
  public Clock withZone(ZoneId other) {
    return new SettableClock(now, other);
  }
}
