package io.flowmaster.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Names that no other test uses. */
public final class Names {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Names() {}

  /** For example {@code order-17}. */
  public static String unique(String prefix) {
    return prefix + "-" + COUNT.incrementAndGet();
  }
}
