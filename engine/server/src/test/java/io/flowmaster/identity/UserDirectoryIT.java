package io.flowmaster.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@PlatformTest
class UserDirectoryIT {
  private static final TenantId DEMO = new TenantId("demo");
  private static final TenantId OTHER = new TenantId("other");
  private static final UserId EMPLOYEE = new UserId("employee");
  private final UserDirectory directory;

  UserDirectoryIT(UserDirectory directory) {
    this.directory = directory;
  }

  @Test
  void aPersonIsFoundWithRolesAndGroupsInOneTenantOnly() {
    assertThat(directory.find(DEMO, EMPLOYEE))
        .hasValueSatisfying(
            person -> {
              assertThat(person.name()).isEqualTo("Eve Employee");
              assertThat(person.roles()).containsExactly("employee");
              assertThat(person.groups()).containsExactly("staff");
            });
    assertThat(directory.find(OTHER, EMPLOYEE)).isEmpty();
  }

  @Test
  void namesAreLookedUpTogetherAndStrangersLeftOut() {
    assertThat(directory.names(DEMO, List.of(EMPLOYEE, new UserId("nobody"))))
        .containsExactlyEntriesOf(java.util.Map.of(EMPLOYEE, "Eve Employee"));
    assertThat(directory.names(DEMO, List.of())).isEmpty();
  }

  @Test
  void aGroupBelongsToItsTenant() {
    assertThat(directory.members(DEMO, "staff"))
        .containsExactlyInAnyOrder(EMPLOYEE, new UserId("employee2"));
    assertThat(directory.groupExists(DEMO, "managers")).isTrue();
    assertThat(directory.groupExists(OTHER, "managers")).isFalse();
    assertThat(directory.members(OTHER, "managers")).isEmpty();
  }
}
