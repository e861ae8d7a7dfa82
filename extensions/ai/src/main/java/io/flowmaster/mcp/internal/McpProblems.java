package io.flowmaster.mcp.internal;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Why a request is refused before its message is looked at. */
final class McpProblems {
  private McpProblems() {}

  /** Not a message of the protocol. */
  static final class BadMessage extends Problem {
    BadMessage(String why) {
      super(ProblemKind.MALFORMED, "mcp-bad-message", why);
    }
  }

  /** Larger than allowed. */
  static final class MessageTooLarge extends Problem {
    MessageTooLarge(int most) {
      super(
          ProblemKind.TOO_LARGE,
          "mcp-message-too-large",
          "A message has at most " + most + " bytes.");
    }
  }

  /** A page of a stranger. */
  static final class OriginRefused extends Problem {
    OriginRefused() {
      super(
          ProblemKind.FORBIDDEN,
          "mcp-origin-refused",
          "Pages of this origin may not call this; see flowmaster.mcp.origins.");
    }
  }

  /** Somebody without a role in the tenant. */
  static final class NoRole extends Problem {
    NoRole() {
      super(ProblemKind.FORBIDDEN, "forbidden", "Your roles do not allow this.");
    }
  }

  /** None of ours, or another's. */
  static final class SessionNotFound extends Problem {
    SessionNotFound() {
      super(
          ProblemKind.NOT_FOUND, "mcp-session-not-found", "There is no such session. Begin anew.");
    }
  }

  /** Neither POST nor GET. */
  static final class MethodNotSupported extends Problem {
    MethodNotSupported() {
      super(ProblemKind.MALFORMED, "method-not-allowed", "Send messages by POST, listen by GET.");
    }
  }

  /** One user listens often enough. */
  static final class TooManyListeners extends Problem {
    TooManyListeners(int most) {
      super(
          ProblemKind.TOO_MANY,
          "mcp-too-many-listeners",
          "You listen " + most + " times already. End one of them.");
    }
  }
}
