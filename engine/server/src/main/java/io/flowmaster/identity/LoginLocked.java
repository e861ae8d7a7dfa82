package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Too many failed logins with one name, whether or not somebody has that name. */
public final class LoginLocked extends Problem {
  public LoginLocked(Duration left) {
    super(
        ProblemKind.TOO_MANY,
        "login-locked",
        "Too many failed logins with this username. Try again later.",
        List.of(),
        Map.of("retryAfter", Math.max(1, left.toSeconds())));
  }
}
