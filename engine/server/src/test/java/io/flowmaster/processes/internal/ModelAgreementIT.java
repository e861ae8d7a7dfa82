package io.flowmaster.processes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ModelProblem;
import io.flowmaster.testing.PlatformTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.junit.jupiter.api.Test;

/**
 * Compares what validation says of every model in a folder with what happens when it is really
 * deployed. {@code make agreement MODELS=folder} runs it over any folder and prints the report.
 */
@PlatformTest
class ModelAgreementIT {
  private static final TenantId TENANT = new TenantId("agreement");
  private final ModelValidator validator;
  private final RepositoryService repository;
  private final CurrentActor current;
  private final ModelRules rules = ModelRules.all();
  private final AgreementReport report = new AgreementReport();

  ModelAgreementIT(ModelValidator validator, RepositoryService repository, CurrentActor current) {
    this.validator = validator;
    this.repository = repository;
    this.current = current;
  }

  @Test
  void whatValidationCallsSoundDeploysAndWhatTheEngineRefusesIsNamedBefore() throws IOException {
    Path folder = Path.of(System.getProperty("flowmaster.models", "src/test/resources/models"));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(ModelAgreementIT::model).sorted().toList()) {
        current.as(Actor.system(TENANT), () -> compare(file));
        if (report.models() % 500 == 0) {
          write(folder);
        }
      }
    }
    Path target = write(folder);
    assertThat(report.models()).isPositive();
    assertThat(report.disagreements()).as(target.toString()).isEmpty();
  }

  private Path write(Path folder) throws IOException {
    return Files.writeString(
        Path.of("target", "agreement.md"), report.text(folder.getFileName().toString()));
  }

  private static boolean model(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml");
  }

  private String compare(Path file) {
    String name = file.getFileName().toString();
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    ModelBundle bundle = ModelBundle.of(name, content);
    List<ModelProblem> problems = validator.check(bundle);
    List<ModelProblem> own = ModelInspection.of(bundle, rules).found();
    report.add(file, problems, own, deploy(name, content));
    return name;
  }

  private AgreementReport.Deployed deploy(String name, byte[] content) {
    DeploymentWithDefinitions deployment;
    try {
      deployment =
          repository
              .createDeployment()
              .tenantId(TENANT.value())
              .addInputStream(name, new ByteArrayInputStream(content))
              .deployWithResult();
    } catch (RuntimeException refused) {
      return new AgreementReport.Deployed(false, 0, false, refused.toString());
    }
    try {
      List<?> definitions = deployment.getDeployedProcessDefinitions();
      return new AgreementReport.Deployed(
          true,
          definitions == null ? 0 : definitions.size(),
          sameBytes(deployment, name, content),
          "");
    } finally {
      repository.deleteDeployment(deployment.getId(), true, true, true);
    }
  }

  private boolean sameBytes(Deployment deployment, String name, byte[] content) {
    try (var stream = repository.getResourceAsStream(deployment.getId(), name)) {
      return Arrays.equals(stream.readAllBytes(), content);
    } catch (IOException e) {
      return false;
    }
  }
}
