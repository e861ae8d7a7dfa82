package io.flowmaster.engine.internal;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the files of every deployment before the engine reads them, whichever door they came
 * through. What is in the database already is loaded, so that its executions can be seen and
 * cancelled, and reported; what it must not do is refused where it would do it.
 */
class PolicyDeployer implements Deployer {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyDeployer.class);
  private final ModelPolicy policy;

  PolicyDeployer(ModelPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    List<ResourceReport> reports = new ArrayList<>();
    for (ResourceEntity file : deployment.getResources().values()) {
      List<Violation> found =
          policy.violations(deployment.getTenantId(), file.getName(), file.getBytes());
      if (!found.isEmpty()) {
        List<Problem> problems = found.stream().<Problem>map(PolicyProblem::new).toList();
        reports.add(new ResourceReportImpl(file.getName(), problems, List.of()));
      }
    }
    if (reports.isEmpty()) {
      return;
    }
    if (deployment.isNew()) {
      throw new PolicyViolated(reports);
    }
    reports.forEach(report -> warn(deployment, report));
  }

  private static void warn(DeploymentEntity deployment, ResourceReport report) {
    for (Problem problem : report.getErrors()) {
      LOG.warn(
          "{} of deployment {} (tenant {}) was deployed before today's policy; element {} will not run. {}",
          report.getResourceName(),
          deployment.getId(),
          deployment.getTenantId(),
          problem.getMainElementId(),
          problem.getMessage());
    }
  }

  private static final class PolicyViolated extends ParseException {
    private static final long serialVersionUID = 1L;

    PolicyViolated(List<ResourceReport> reports) {
      super(
          reports.get(0).getErrors().get(0).getMessage(),
          reports.get(0).getResourceName(),
          reports.get(0).getErrors(),
          List.of());
      resorceReports = reports;
    }
  }

  private record PolicyProblem(Violation violation) implements Problem {
    @Override
    public String getMessage() {
      return violation.message();
    }

    @Override
    public int getLine() {
      return violation.line();
    }

    @Override
    public int getColumn() {
      return violation.column();
    }

    @Override
    public @org.jspecify.annotations.Nullable String getMainElementId() {
      return violation.elementId();
    }

    @Override
    public List<String> getElementIds() {
      String id = violation.elementId();
      return id == null ? List.of() : List.of(id);
    }
  }
}
