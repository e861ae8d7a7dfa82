package io.flowmaster.bulk.internal;

import io.flowmaster.bulk.BulkAction;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The actions that the areas offer, by name. */
@Component
class BulkActions {
  private final ObjectProvider<BulkAction> offered;

  BulkActions(ObjectProvider<BulkAction> offered) {
    this.offered = offered;
  }

  /** Empty for a job of an older version of the platform. */
  Optional<BulkAction> find(String name) {
    return offered.stream().filter(action -> action.name().equals(name)).findFirst();
  }
}
