package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.engine.EngineScope;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;

/** A task that has ended is listed for years, its definition may be erased meanwhile. */
@PlatformTest
class ErasedDefinitionIT {
  private final RepositoryService repository;
  private final EngineScope scope;

  ErasedDefinitionIT(RepositoryService repository, EngineScope scope) {
    this.repository = repository;
    this.scope = scope;
  }

  @Test
  void nothingIsDeclaredAndNoFormIsKnownOfATaskWhoseDefinitionIsGone() {
    String gone = "gone:1:" + Names.unique("definition");
    EngineTask.ProcessRef place =
        new EngineTask.ProcessRef("execution", null, gone, "gone", null, 1, "first");

    assertThat(new TaskDeclarations(repository, scope).of(gone, "first"))
        .isEqualTo(DeclaredTask.NOTHING);
    assertThat(new FormlessTasks(repository, scope).contains(place)).isFalse();
  }
}
