package io.flowmaster.platform;

import java.util.Optional;

/**
 * Knows what a library's exception means to a caller; the area that uses the library provides one
 * as a bean.
 */
public interface ProblemTranslator {

  /**
   * The refusal that the exception stands for, or empty when it is none of this translator's
   * business.
   */
  Optional<Problem> translate(Throwable thrown);
}
