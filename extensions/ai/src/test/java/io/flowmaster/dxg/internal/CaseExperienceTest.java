package io.flowmaster.dxg.internal;

import static io.flowmaster.dxg.internal.Cases.JSON;
import static io.flowmaster.dxg.internal.Cases.NOW;
import static io.flowmaster.dxg.internal.Cases.aCase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.dxg.CaseBriefing;
import io.flowmaster.dxg.Experience;
import io.flowmaster.models.LanguageModels;
import io.flowmaster.models.ModelAnswer;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelClass;
import io.flowmaster.models.ModelUnavailable;
import io.flowmaster.models.ModelUsage;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.CaseFiles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.testing.ActingActor;
import io.flowmaster.tools.PlatformApi;
import io.flowmaster.worker.WorkerContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** With a model that says what it is told to, and with none. */
class CaseExperienceTest {
  private static final Actor ANA =
      new Actor(
          new TenantId("demo"), new UserId("ana"), "Ana", Actor.Kind.PERSON, Set.of(), Set.of());

  private CaseFile file = aCase().with("amount", 12_500).file();
  private final List<ModelCall> asked = new ArrayList<>();
  private String says = "";
  private boolean fails;

  private final LanguageModels model =
      new LanguageModels() {
        @Override
        public boolean available() {
          return true;
        }

        @Override
        public List<ModelClass> classes() {
          return List.of();
        }

        @Override
        public ModelAnswer answer(ModelCall call) {
          return stream(call, token -> {});
        }

        @Override
        public ModelAnswer stream(ModelCall call, Consumer<String> token) {
          asked.add(call);
          if (fails) {
            throw new ModelUnavailable("all are away");
          }
          token.accept(says);
          return new ModelAnswer(
              says, List.of(), new ModelUsage("double", "parrot", 1, 1, null, false, 1));
        }
      };

  private final ActingActor here = new ActingActor(ANA);

  private CaseSource files() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean(
        "files",
        new CaseFiles() {
          @Override
          public CaseFile ofTask(String task) {
            return file;
          }

          @Override
          public CaseFile ofExecution(String execution) {
            assertThat(here.get().tenant().value()).isEqualTo("demo");
            assertThat(here.get().kind()).isEqualTo(Actor.Kind.WORKER);
            return file;
          }
        });
    return new CaseSource(beans.getBeanProvider(CaseFiles.class), mock(PlatformApi.class), JSON);
  }

  private CaseExperience experience(@Nullable LanguageModels models) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    if (models != null) {
      beans.addBean("models", models);
    }
    RuledRisks rules = mock(RuledRisks.class);
    when(rules.of(any())).thenReturn(List.of());
    return new CaseExperience(
        files(),
        rules,
        mock(FieldTrust.class),
        mock(StatementSearch.class),
        new ModelWording(beans.getBeanProvider(LanguageModels.class), here),
        new DxgProperties("case-risks", 0.6),
        here,
        event -> {},
        mock(TransactionTemplate.class),
        JSON,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static CaseBriefing brief(CaseExperience experience) {
    return experience.brief("t1", Locale.ENGLISH, Experience.Heard.NOTHING);
  }

  @Test
  void withoutAModelTheRulesSpeak() {
    CaseBriefing briefing = brief(experience(null));
    assertThat(briefing.generatedBy()).isEqualTo("rules");
    assertThat(briefing.summary()).contains("The case ORD-1 (Pricing) was started by bob");
  }

  @Test
  void aModelsWordsCountWhileTheCaseStaysTheSame() {
    says = "The case ORD-1 was started by bob [1]\n";
    CaseExperience experience = experience(model);
    List<String> heard = new ArrayList<>();
    experience.brief(
        "t1",
        Locale.ENGLISH,
        new Experience.Heard() {
          @Override
          public void ready(CaseBriefing briefing) {
            heard.add(briefing.generatedBy());
          }

          @Override
          public void sentence(String text) {
            heard.add(text);
          }
        });
    assertThat(heard).containsExactly("rules", "The case ORD-1 was started by bob");
    assertThat(brief(experience).generatedBy()).isEqualTo("parrot");
    assertThat(asked).hasSize(1);
    file = aCase().with("amount", 13_000).file();
    brief(experience);
    assertThat(asked).as("the case has changed").hasSize(2);
  }

  @Test
  void aModelThatInventsOrFailsIsNotShown() {
    says = "The case was approved by the board for 99,999 [1]\nAll is well\n";
    assertThat(brief(experience(model)).generatedBy()).isEqualTo("rules");
    fails = true;
    assertThat(brief(experience(model)).generatedBy()).isEqualTo("rules");
  }

  @Test
  void theWorkerLeavesWhatAGatewayCanDecideOn() {
    file = aCase().due(NOW.minusSeconds(90_000)).file();
    PrepareWorker worker = new PrepareWorker(files(), experience(null), here, JSON);
    Map<String, JsonNode> result =
        worker.prepare(
            Map.of("resultVariable", Cases.json("prepared"), "language", Cases.json("de")),
            new WorkerContext("w1", "dxg-prepare", "e1", "pricing", "prepare", null, "demo", 3));
    assertThat(result.get("prepared").path("riskLevel").asText()).isEqualTo("HIGH");
    assertThat(result.get("prepared").path("summary").asText()).contains("wurde von bob");
    assertThat(here.get()).isEqualTo(ANA);
  }
}
