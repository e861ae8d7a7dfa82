package io.flowmaster.platform.internal;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Builds problem documents (RFC 9457). */
final class Problems {
  private static final String TYPE = "urn:flowmaster:problem:";

  private Problems() {}

  static ProblemDetail of(Problem problem, String uri) {
    ProblemDetail body = of(problem.kind().status(), problem.code(), problem.getMessage(), uri);
    if (!problem.errors().isEmpty()) {
      body.setProperty("errors", problem.errors());
    }
    problem.extensions().forEach(body::setProperty);
    return body;
  }

  static ProblemDetail of(int status, String code, String detail, String uri) {
    ProblemDetail body = ProblemDetail.forStatus(status);
    body.setType(URI.create(TYPE + code));
    body.setTitle(title(status));
    body.setDetail(detail);
    try {
      body.setInstance(new URI(uri));
    } catch (URISyntaxException e) {
      body.setInstance(URI.create("/"));
    }
    return body;
  }

  /** The code for a status that the framework, not a feature, chose. */
  static String codeOf(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    return known == null
        ? "refused"
        : known.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
  }

  private static String title(int status) {
    return Arrays.stream(ProblemKind.values())
        .filter(kind -> kind.status() == status)
        .map(ProblemKind::title)
        .findFirst()
        .orElseGet(
            () -> {
              HttpStatus known = HttpStatus.resolve(status);
              return known == null ? "Refused" : known.getReasonPhrase();
            });
  }
}
