package io.flowmaster.engine;

import io.flowmaster.platform.TenantId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tries out what the engine would say to a deployment, and leaves no trace of it. */
public interface DeploymentRehearsal {

  /**
   * Everything for which the engine would refuse to deploy these files together; empty when it
   * would deploy them. A fault of one file does not hide those of another.
   *
   * <p>Runs in a transaction of its own, which waits for any other deployment that is under way:
   * never call it from within a transaction that deploys.
   *
   * @param files content by name; the end of a name decides what the engine does with it
   */
  List<Fault> faults(TenantId tenant, Map<String, byte[]> files);

  /**
   * One reason to refuse.
   *
   * @param file the file at fault; null when it is the files together
   * @param elementId the XML id of the element at fault, null when the engine names none
   * @param message the engine's own words
   * @param line where the engine was in the file, from 1; 0 when unknown
   * @param column likewise
   */
  record Fault(
      @Nullable String file, @Nullable String elementId, String message, int line, int column) {}
}
