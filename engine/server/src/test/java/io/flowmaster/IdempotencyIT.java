package io.flowmaster;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@PlatformTest
class IdempotencyIT {
  private final Api api;
  private final Caller manager;

  IdempotencyIT(Api api) {
    this.api = api;
    this.manager = api.as("manager", Roles.MANAGER, Roles.EMPLOYEE);
  }

  @Test
  void theSameKeyAndBodyGiveTheSameAnswerAndOneEffect() {
    Map<String, ?> task = Map.of("name", Names.unique("Call back"), "assignee", "manager");
    Caller keyed = manager.with("Idempotency-Key", Names.unique("key"));

    Answer first = keyed.post("/tasks", task).expect(201);
    Answer second = keyed.post("/tasks", task).expect(201);

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
    assertThat(named(task)).isEqualTo(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    Caller keyed = manager.with("Idempotency-Key", Names.unique("key"));
    keyed
        .post("/tasks", Map.of("name", Names.unique("Call back"), "assignee", "manager"))
        .expect(201);

    Map<String, ?> another = Map.of("name", Names.unique("Write back"), "assignee", "manager");
    keyed.post("/tasks", another).expectProblem(422, "idempotency-key-reused");
    assertThat(named(another)).isZero();
  }

  @Test
  void aRefusedRequestLeavesTheKeyFree() {
    Caller keyed = manager.with("Idempotency-Key", Names.unique("key"));
    Map<String, ?> task = Map.of("name", Names.unique("Call back"), "assignee", "manager");
    keyed.post("/tasks", Map.of("name", "")).expect(422);
    keyed.post("/tasks", task).expect(201);
  }

  @Test
  void anotherTenantHasKeysOfItsOwn() {
    String key = Names.unique("key");
    Map<String, ?> task = Map.of("name", Names.unique("Call back"));
    String ours =
        api.admin().with("Idempotency-Key", key).post("/tasks", task).expect(201).at("/id");
    String theirs =
        api.otherAdmin().with("Idempotency-Key", key).post("/tasks", task).expect(201).at("/id");
    assertThat(theirs).isNotEqualTo(ours);
  }

  @Test
  void nobodyElseGetsTheAnswer() {
    String key = Names.unique("key");
    Map<String, ?> task = Map.of("name", Names.unique("Call back"));
    manager.with("Idempotency-Key", key).post("/tasks", task).expect(201);
    api.as("mia", Roles.MANAGER)
        .with("Idempotency-Key", key)
        .post("/tasks", task)
        .expectProblem(422, "idempotency-key-reused");
  }

  @Test
  void manyAtOnceHaveOneEffect() {
    Map<String, ?> task = Map.of("name", Names.unique("Call back"), "assignee", "manager");
    Caller keyed = manager.with("Idempotency-Key", Names.unique("key"));

    List<CompletableFuture<Answer>> calls =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> keyed.post("/tasks", task)))
            .toList();

    assertThat(calls.stream().map(call -> call.join().expect(201).at("/id")).distinct()).hasSize(1);
    assertThat(named(task)).isEqualTo(1);
  }

  private long named(Map<String, ?> task) {
    String name = String.valueOf(task.get("name")).replace(" ", "%20");
    return manager.get("/tasks?view=mine&q=" + name).expect(200).json().path("items").size();
  }
}
