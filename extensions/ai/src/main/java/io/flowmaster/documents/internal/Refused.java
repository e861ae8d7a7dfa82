package io.flowmaster.documents.internal;

/** A file is not read on, because it goes beyond a limit or holds what is not allowed. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  Refused(String code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }
}
