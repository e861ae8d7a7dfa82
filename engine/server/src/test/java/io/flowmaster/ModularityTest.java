package io.flowmaster;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
  @Test
  void theAreasUseEachOtherOnlyAlongTheArrows() {
    ApplicationModules.of(FlowMasterApplication.class).verify();
  }
}
