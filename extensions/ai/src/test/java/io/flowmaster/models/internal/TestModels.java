package io.flowmaster.models.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.models.BudgetSpent;
import io.flowmaster.models.GuardrailRules;
import io.flowmaster.models.ModelCall.Account;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The models of a configuration, without Spring. */
final class TestModels {
  private final Map<String, Object> properties = new HashMap<>();
  final List<String> outcomes = new ArrayList<>();
  final List<Tally> tallies = new ArrayList<>();
  GuardrailRules rules = GuardrailRules.USUAL;
  boolean broke;
  private TenantId tenant = new TenantId("demo");

  TestModels() {
    with("first-pause", "PT0.001S");
  }

  TestModels with(String property, Object value) {
    properties.put("flowmaster.models." + property, value);
    return this;
  }

  /** A provider with one model that costs 1 and 2 dollars per million tokens. */
  TestModels provider(String name, String url, String model) {
    String at = "providers." + name + ".";
    return with(at + "type", "openai-compatible")
        .with(at + "base-url", url)
        .with(at + "api-key", "key-of-" + name)
        .with(at + "models[0].name", model)
        .with(at + "models[0].input-price", "1")
        .with(at + "models[0].output-price", "2");
  }

  TestModels in(String name) {
    tenant = new TenantId(name);
    return this;
  }

  ModelsProperties properties() {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("flowmaster.models", ModelsProperties.class);
  }

  RoutedModels models() {
    ObjectMapper json = new ObjectMapper();
    ModelsProperties bound = properties();
    Clock clock = Clock.systemUTC();
    Questions questions = new Questions(json);
    Chains chains = new Chains(bound);
    Providers providers = new Providers(bound, clock);
    SchemaCheck schemas = new SchemaCheck(json);
    return new RoutedModels(
        chains,
        providers,
        new AnswerCache(bound, questions, new MiniLmEmbeddings(), clock),
        new CheckedAnswers(
            chains,
            new ModelRoute(providers, new ChatMessages(json), bound),
            new Recordings(bound, questions, json),
            schemas),
        schemas,
        guardrails(clock),
        broke(clock),
        meter(bound, clock),
        current(),
        clock);
  }

  private JdbcGuardrails guardrails(Clock clock) {
    return new JdbcGuardrails(null, null, null, null, clock) {
      @Override
      GuardrailRules of(TenantId any) {
        return rules;
      }
    };
  }

  private BudgetWatch broke(Clock clock) {
    return new BudgetWatch(null, null, clock) {
      @Override
      void require(TenantId any, Account account) {
        if (broke) {
          throw new BudgetSpent("of the tenant");
        }
      }
    };
  }

  private CallMeter meter(ModelsProperties bound, Clock clock) {
    return new CallMeter(null, null, bound, null, null, null, clock) {
      @Override
      void record(TenantId any, Account account, Tally tally, long took, String outcome) {
        outcomes.add(outcome);
        tallies.add(tally);
      }
    };
  }

  CurrentActor current() {
    return new CurrentActor() {
      @Override
      public Actor get() {
        return new Actor(
            tenant, new UserId("ana"), "Ana", Actor.Kind.PERSON, Set.of(Roles.ADMIN), Set.of());
      }

      @Override
      public Optional<Actor> find() {
        return Optional.of(get());
      }

      @Override
      public <T> T as(Actor actor, Supplier<T> work) {
        return work.get();
      }
    };
  }
}
