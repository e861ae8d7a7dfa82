package io.flowmaster.models.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt failed. What it says may be shown: it holds no keys, prompts or answers. */
class ModelFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What it means for the next attempt. */
  enum Sort {
    /** It may pass: the same model is asked again. */
    PASSING,
    /** The provider is not well: the next of the chain is asked. */
    DOWN,
    /** It is set up wrongly: the next of the chain is asked. */
    MISCONFIGURED,
    /** The question is not taken; the next of the chain may take it. */
    REFUSED,
    /** Parts were handed on already, so nobody else can be asked. */
    BROKE_OFF
  }

  private final Sort sort;
  private final transient @Nullable Duration retryAfter;

  private ModelFailure(
      Sort sort, String detail, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(detail, cause, false, false);
    this.sort = sort;
    this.retryAfter = retryAfter;
  }

  Sort sort() {
    return sort;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** It counts against the provider. */
  boolean counts() {
    return sort == Sort.PASSING || sort == Sort.DOWN || sort == Sort.BROKE_OFF;
  }

  static ModelFailure garbage(String what) {
    return new ModelFailure(Sort.PASSING, what, null, null);
  }

  static ModelFailure resting() {
    return new ModelFailure(Sort.DOWN, "failed too often lately", null, null);
  }

  ModelFailure brokeOff() {
    return new ModelFailure(Sort.BROKE_OFF, "broke off: " + getMessage(), null, getCause());
  }

  /**
   * @param longest how long a wait for the same model may be
   */
  static ModelFailure of(Throwable thrown, Duration longest) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof ModelFailure failure) {
        return failure;
      }
      if (each instanceof HttpException answered) {
        return answered(answered, longest);
      }
      if (each instanceof TimeoutException) {
        return new ModelFailure(Sort.DOWN, "did not answer in time", null, thrown);
      }
      if (each instanceof ContentFilteredException) {
        return new ModelFailure(Sort.REFUSED, "filters this content", null, thrown);
      }
      if (each instanceof UnsupportedFeatureException) {
        return new ModelFailure(Sort.REFUSED, "cannot do what is asked for", null, thrown);
      }
      if (each instanceof JsonProcessingException) {
        break;
      }
      if (each instanceof IOException || each instanceof UncheckedIOException) {
        return new ModelFailure(Sort.PASSING, "could not be reached to the end", null, thrown);
      }
    }
    return new ModelFailure(Sort.PASSING, "answered with what is no answer", null, thrown);
  }

  private static ModelFailure answered(HttpException answered, Duration longest) {
    int status = answered.statusCode();
    Duration wait = answered instanceof ProviderAnsweredWith it ? it.retryAfter() : null;
    String said = "answered with status " + status;
    if (status == 429 || status >= 500 || status == 408) {
      boolean soon = wait == null || wait.compareTo(longest) <= 0;
      return new ModelFailure(soon ? Sort.PASSING : Sort.DOWN, said, wait, answered);
    }
    boolean setUp = status == 401 || status == 403 || status == 404 || status / 100 == 3;
    return new ModelFailure(setUp ? Sort.MISCONFIGURED : Sort.REFUSED, said, null, answered);
  }
}
