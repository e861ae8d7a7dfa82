package io.flowmaster.engine.internal;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Reads the files of a deployment as a stranger's and finds what they must not do. */
@Component
class ModelPolicy {
  private final Allowances allowances;
  private final ApplicationContext context;
  private final FeelRules feel;

  ModelPolicy(Allowances allowances, ApplicationContext context) {
    this.allowances = allowances;
    this.context = context;
    this.feel = new FeelRules(allowances.limits());
  }

  /**
   * Everything in a file that is refused, in its order; empty for a file that the engine does not
   * read.
   */
  List<Violation> violations(@Nullable String tenant, String file, byte[] content) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".cmmn") || name.endsWith(".cmmn10.xml") || name.endsWith(".cmmn11.xml")) {
      return one(Violation.CASE, "Case models (CMMN) are not run here. Model it as a process.");
    }
    boolean bpmn = name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml");
    boolean dmn = name.endsWith(".dmn") || name.endsWith(".dmn11.xml");
    if (!bpmn && !dmn && !name.endsWith(".form")) {
      return List.of();
    }
    long largest = allowances.limits().largestFile().toBytes();
    if (content.length > largest) {
      return one(Violation.SIZE, "The file is larger than %d bytes. Split it.".formatted(largest));
    }
    PolicyFindings findings = new PolicyFindings(allowances, tenant, juel(tenant), feel);
    if (bpmn || dmn) {
      PolicyReader.read(content, bpmn ? new BpmnPolicy(findings) : new DmnPolicy(findings));
    } else {
      FormPolicy.check(content, findings);
    }
    return findings.found();
  }

  private JuelRules juel(@Nullable String tenant) {
    return new JuelRules(
        allowances.limits(),
        name -> context.containsBean(name) && !allowances.bean(tenant, name),
        name -> allowances.bean(tenant, name));
  }

  private static List<Violation> one(String kind, String reason) {
    return List.of(new Violation(null, 0, 0, kind, reason));
  }
}
