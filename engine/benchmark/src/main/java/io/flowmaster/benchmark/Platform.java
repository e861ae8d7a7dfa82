package io.flowmaster.benchmark;

import io.flowmaster.FlowMasterApplication;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.processes.Folder;
import io.flowmaster.processes.NewProcess;
import io.flowmaster.processes.ProcessCatalog;
import io.flowmaster.processes.Publication;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application as it is delivered, its web server included. */
final class Platform implements Contender {
  static final String GROUP = "staff";
  static final String USER = "employee";
  private static final TenantId TENANT = new TenantId("demo");
  private static final Actor EMPLOYEE = actor(TENANT, USER, Roles.EMPLOYEE);

  private final ConfigurableApplicationContext context;

  Platform(Database database) {
    context =
        new SpringApplicationBuilder(FlowMasterApplication.class)
            .initializers(Statements::countIn, ReadModelSwitch::install)
            .run(
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--flowmaster.processes.samples=",
                "--flowmaster.models.providers.bench.type=openai-compatible",
                "--flowmaster.models.providers.bench.base-url=" + ConstantModel.url(),
                "--flowmaster.models.providers.bench.models[0].name=" + ConstantModel.NAME,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + Database.USER,
                "--spring.datasource.password=" + Database.USER);
  }

  private static Actor actor(TenantId tenant, String name, String role) {
    return new Actor(
        tenant, new UserId(name), name, Actor.Kind.PERSON, Set.of(role), Set.of(GROUP));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Where it listens, for rows that measure over HTTP. */
  String baseUrl() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** The demo user {@code employee} of the group {@code staff}, as a request would have it. */
  Work asEmployee(Work work) {
    return as(EMPLOYEE, work);
  }

  /** Publishes a model as a designer does, and puts its process into the catalogue. */
  void publish(String key, String bpmn) throws Exception {
    publish(TENANT, key, bpmn);
  }

  /** The same for another tenant, which need not exist otherwise. */
  void publish(TenantId tenant, String key, String bpmn) throws Exception {
    as(
            actor(tenant, "designer", Roles.DESIGNER),
            () -> {
              ProcessCatalog catalog = bean(ProcessCatalog.class);
              var draft =
                  catalog.create(new NewProcess(key, key, null, bpmn, List.of(), Folder.TOP));
              catalog.publish(draft.id(), new Publication(null, null));
              return new Work.Sample(1, 0);
            })
        .once();
  }

  private Work as(Actor actor, Work work) {
    CurrentActor current = bean(CurrentActor.class);
    IdentityService identity = bean(IdentityService.class);
    return new Work() {
      @Override
      public Sample once() {
        identity.setAuthentication(
            actor.id().value(), List.copyOf(actor.groups()), List.of(actor.tenant().value()));
        try {
          return current.as(actor, () -> unchecked(work));
        } finally {
          identity.clearAuthentication();
        }
      }

      @Override
      public void close() {
        work.close();
      }
    };
  }

  private static Work.Sample unchecked(Work work) {
    try {
      return work.once();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable Work work(Row row) throws Exception {
    return row.on(this);
  }

  @Override
  public void close() {
    context.close();
  }
}
