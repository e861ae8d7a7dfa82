package io.flowmaster.benchmark;

import io.flowmaster.platform.AccessPolicy;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.policies.PolicyBook;
import io.flowmaster.rules.DecisionTableSketch;
import io.flowmaster.rules.DecisionTableSketch.InputColumn;
import io.flowmaster.rules.DecisionTableSketch.OutputColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * May this person read this task? Asked of an access policy of 20 rules, as it is for each item of
 * a list and each request.
 *
 * @param isKnown whether it is asked of a hundred tasks again and again, or each time of another
 */
record PolicyRow(boolean isKnown) implements Row {
  private static final int RULES = 20;
  private static final int PRIORITIES = 100;
  private static final Actor ADMIN =
      new Actor(
          new TenantId("policies"),
          new UserId("ana"),
          "ana",
          Actor.Kind.PERSON,
          Set.of(Roles.ADMIN),
          Set.of("staff"));

  @Override
  public String key() {
    return isKnown ? "policies-known" : "policies-new";
  }

  @Override
  public String title() {
    return "access policy of %d rules, %s"
        .formatted(RULES, isKnown ? "facts seen before" : "new facts");
  }

  @Override
  public boolean isLatency() {
    return true;
  }

  @Override
  public Work on(Platform platform) {
    CurrentActor current = platform.bean(CurrentActor.class);
    AccessPolicy policy = platform.bean(AccessPolicy.class);
    PolicyBook book = platform.bean(PolicyBook.class);
    current.as(
        ADMIN,
        () -> {
          book.draft(null, table(), "*");
          return book.publish(null, "*");
        });
    Supplier<Work.Sample> ask =
        () -> {
          AccessPolicy.Resource task = task(ThreadLocalRandom.current());
          long start = System.nanoTime();
          policy.allows(AccessPolicy.Action.READ, () -> task);
          return Work.Sample.since(start, 1);
        };
    return () -> current.as(ADMIN, ask);
  }

  private AccessPolicy.Resource task(ThreadLocalRandom random) {
    int priority = random.nextInt(PRIORITIES);
    String name = isKnown ? "Check" : "Check " + random.nextLong();
    return new AccessPolicy.Resource(
        "task",
        name,
        Map.of("name", name, "priority", priority, "candidateGroups", List.of("staff")));
  }

  private static DecisionTableSketch table() {
    List<DecisionTableSketch.Row> rules = new ArrayList<>();
    for (int rule = 0; rule < RULES; rule++) {
      rules.add(
          new DecisionTableSketch.Row(
              List.of("\"task\"", "\"read\",\"claim\"", "> " + 5 * rule),
              List.of(rule < RULES - 1 ? "\"allow\"" : "\"deny\"", "\"Rule " + rule + "\""),
              null));
    }
    return new DecisionTableSketch(
        "RULE ORDER",
        null,
        List.of(
            new InputColumn(null, "resource.type", "string"),
            new InputColumn(null, "action", "string"),
            new InputColumn(null, "resource.attributes.priority", "number")),
        List.of(
            new OutputColumn(null, "effect", "string"), new OutputColumn(null, "reason", "string")),
        rules);
  }
}
