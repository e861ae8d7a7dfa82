package io.flowmaster.worker.internal;

import org.jspecify.annotations.Nullable;

/** No retry can help: the variables have to be corrected first. */
final class UnfitInput extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnfitInput(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
