package io.flowmaster.platform;

import org.springframework.http.ProblemDetail;

/** Problem documents (RFC 9457) for surfaces that the platform's own controllers do not serve. */
public interface ProblemDocuments {

  /**
   * @param uri the path of the refused request
   */
  ProblemDetail of(Problem problem, String uri);
}
