package io.flowmaster.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.PersonalData.Person;
import org.junit.jupiter.api.Test;

class PersonMentionsTest {
  private final PersonMentions mentions =
      new PersonMentions(
          new Person(new TenantId("demo"), new UserId("ana"), "Ana Roth", "ana@example.org"), "x");

  @Test
  void aNameIsReplacedWhereverItStandsAlone() {
    assertThat(mentions.replacedIn("Ask ANA ROTH, ana@example.org.")).isEqualTo("Ask x, x.");
    assertThat(mentions.replacedIn("Diana Roth and Ana Rothman"))
        .isEqualTo("Diana Roth and Ana Rothman");
  }

  @Test
  void anIdIsReplacedAsAValueAndInPathsOnly() throws JsonProcessingException {
    JsonNode tree =
        new ObjectMapper()
            .readTree(
                "{\"by\": \"ana\", \"to\": [\"bob\", \"ana\"], \"text\": \"ana says\", \"at\": \"user/ana/key\", \"groups\": [\"ana\"]}");
    assertThat(mentions.replaceIn(tree)).isTrue();
    assertThat(tree)
        .hasToString(
            "{\"by\":\"x\",\"to\":[\"bob\",\"x\"],\"text\":\"ana says\",\"at\":\"user/x/key\",\"groups\":[\"ana\"]}");
    assertThat(mentions.replaceIn(tree)).isFalse();
  }
}
