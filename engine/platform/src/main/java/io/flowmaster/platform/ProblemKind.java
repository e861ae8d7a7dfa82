package io.flowmaster.platform;

/** What sort of refusal it is; this alone picks the HTTP status. */
public enum ProblemKind {
  /** Not understood: not JSON, wrong type (400). */
  MALFORMED(400, "Malformed request"),
  /** Who it is could not be shown (401). */
  UNAUTHENTICATED(401, "Unauthorized"),
  /** A budget is used up (402). */
  PAYMENT_REQUIRED(402, "Payment required"),
  /** Not allowed (403). */
  FORBIDDEN(403, "Not allowed"),
  /** Not there, or another tenant's (404). */
  NOT_FOUND(404, "Not found"),
  /** The state of the thing forbids it (409). */
  CONFLICT(409, "Conflict"),
  /** The {@code If-Match} is not the current version (412). */
  STALE(412, "Stale version"),
  /** Too large (413). */
  TOO_LARGE(413, "Too large"),
  /** Of a kind that is not taken (415). */
  UNSUPPORTED(415, "Unsupported media type"),
  /** Understood but not acceptable (422). */
  UNACCEPTABLE(422, "Not acceptable"),
  /** {@code If-Match} is missing (428). */
  PRECONDITION_REQUIRED(428, "Precondition required"),
  /** Too many requests (429). */
  TOO_MANY(429, "Too many requests"),
  /** Something that is needed is not configured or not reachable (503). */
  UNAVAILABLE(503, "Unavailable");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }
}
