package io.flowmaster.webhooks;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A delivery that is not the sender's own, or an old one. */
public final class SignatureRefused extends Problem {
  public SignatureRefused() {
    super(
        ProblemKind.UNAUTHENTICATED,
        "signature-refused",
        "The delivery is not signed with the secret of this webhook, or too long ago.");
  }
}
