package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Somebody would hand on roles that are not held. */
public final class RolesNotHeld extends Problem {
  public RolesNotHeld(Collection<String> missing) {
    super(
        ProblemKind.UNACCEPTABLE,
        "roles-not-held",
        "A key can have only roles that its maker and its owner have; not "
            + new TreeSet<>(missing)
            + ".",
        List.of(new FieldError("/roles", "Leave out " + new TreeSet<>(missing) + ".")));
  }
}
