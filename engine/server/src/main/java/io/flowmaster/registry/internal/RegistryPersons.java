package io.flowmaster.registry.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who registered services and announced workers. */
@Component
class RegistryPersons implements PersonalData {
  private final PersonColumns columns;

  RegistryPersons(JdbcClient jdbc) {
    this.columns =
        new PersonColumns(
            jdbc,
            "registry",
            List.of("registry_service.registered_by", "registry_worker.announced_by"));
  }

  @Override
  public String area() {
    return columns.area();
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    return columns.erase(person, pseudonym);
  }
}
