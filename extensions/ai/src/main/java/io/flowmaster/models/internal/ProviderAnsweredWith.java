package io.flowmaster.models.internal;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A provider answered with an error status, and maybe with how long to wait. */
class ProviderAnsweredWith extends HttpException {
  private static final long serialVersionUID = 1;
  private final transient @Nullable Duration retryAfter;

  ProviderAnsweredWith(int status, String body, @Nullable Duration retryAfter) {
    super(status, body);
    this.retryAfter = retryAfter;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
