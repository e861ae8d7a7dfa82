package io.flowmaster.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.platform.Shown;
import io.flowmaster.settings.PlatformSettings.Group;
import io.flowmaster.settings.PlatformSettings.Setting;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

class DeclaredSettingsTest {
  @ConfigurationProperties("some.area")
  record AreaProperties(
      @Shown Duration keepFor,
      @Shown DataSize largest,
      @Shown List<String> names,
      @Shown(onlyWhetherSet = true) @Nullable String mailPassword,
      String unmarked) {}

  @Test
  void onlyWhatIsMarkedIsTold() {
    Group group =
        DeclaredSettings.of(
            new AreaProperties(
                Duration.ofHours(2),
                DataSize.ofMegabytes(3),
                List.of("b", "a"),
                "hunter2",
                "hidden"));
    assertThat(group.prefix()).isEqualTo("some.area");
    assertThat(group.settings())
        .containsExactly(
            new Setting("keep-for", "PT2H", false),
            new Setting("largest", "3MB", false),
            new Setting("names", "a, b", false),
            new Setting("mail-password", "***", true));
  }

  @Test
  void aSecretThatIsNotSetIsSeenToBeMissing() {
    Group group =
        DeclaredSettings.of(
            new AreaProperties(Duration.ofDays(30), DataSize.ofBytes(1500), List.of(), null, ""));
    assertThat(group.settings())
        .contains(
            new Setting("keep-for", "P30D", false),
            new Setting("mail-password", null, true),
            new Setting("largest", "1500B", false));
  }

  @Test
  void whatIsNoRecordOfPropertiesTellsNothing() {
    assertThat(DeclaredSettings.of(new Object()).settings()).isEmpty();
  }
}
