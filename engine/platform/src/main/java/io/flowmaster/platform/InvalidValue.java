package io.flowmaster.platform;

/** A value does not have the shape that its type asks for (422). */
public final class InvalidValue extends Problem {
  public InvalidValue(String code, String detail) {
    super(ProblemKind.UNACCEPTABLE, "invalid-" + code, detail);
  }
}
