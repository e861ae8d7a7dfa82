package io.flowmaster.worker.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.flowmaster.worker.BusinessKey;
import io.flowmaster.worker.Document;
import io.flowmaster.worker.Variable;
import io.flowmaster.worker.Worker;
import io.flowmaster.worker.WorkerContext;
import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.WireValue;
import io.flowmaster.worker.transport.WorkerTransport;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkerParametersTest {
  private static final ObjectMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();
  private static final ValidatorFactory VALIDATION = Validation.buildDefaultValidatorFactory();
  private final Validator validator = VALIDATION.getValidator();

  @Test
  void singleVariablesAreFetchedByTheirNames() throws Exception {
    TopicHandler handler = handler("single");
    assertThat(handler.subscription().variables()).containsExactly("amount", "note");
    assertThat(plain(handler, Map.of("amount", value("Double", 12.5))))
        .isEqualTo(Map.of("said", "12.5 nothing L-1 task-1"));
  }

  @Test
  void aPrimitiveNeedsItsVariable() {
    assertThatThrownBy(() -> plain(handler("single"), Map.of()))
        .isInstanceOf(UnfitInput.class)
        .hasMessageContaining("amount");
  }

  @Test
  void aRecordAndSingleVariablesGoTogether() throws Exception {
    TopicHandler handler = handler("both");
    assertThat(handler.subscription().variables()).containsExactly("name", "mail", "amount");
    assertThat(
            plain(
                handler,
                Map.of(
                    "name", value("String", "Ana"),
                    "mail", value("String", "ana@example.com"),
                    "amount", value("Integer", 3))))
        .isEqualTo(Map.of("said", "Ana 3"));
  }

  @Test
  void whatBreaksItsConstraintsIsSaidAtOnce() {
    assertThatThrownBy(
            () ->
                plain(
                    handler("both"),
                    Map.of(
                        "name", value("String", " "),
                        "mail", value("String", "nowhere"),
                        "amount", value("Integer", -1))))
        .isInstanceOf(UnfitInput.class)
        .hasMessageContainingAll(
            "name must not be blank", "mail must be", "amount must be greater");
  }

  @Test
  void filesComeInAndGoOut() throws Exception {
    WireValue file =
        new WireValue(
            "File", JSON.nullNode(), Map.of("filename", "contract.txt", "mimeType", "text/plain"));
    Map<String, WireValue> out = handler("file").work(task(Map.of("contract", file)), access());
    WireValue copy = out.get("copy");
    assertThat(copy.type()).isEqualTo("File");
    assertThat(copy.valueInfo()).containsEntry("filename", "copy of contract.txt");
    assertThat(copy.value().binaryValue()).asString(StandardCharsets.UTF_8).isEqualTo("contract!");
    assertThat(out.get("raw").type()).isEqualTo("Bytes");
  }

  @Test
  void filtersAndLimitsAreDeclared() {
    TopicHandler handler = handler("limited");
    assertThat(handler.subscription().processDefinitionKeyIn()).containsExactly("loan");
    assertThat(handler.subscription().tenantIdIn()).containsExactly("demo");
    assertThat(handler.concurrency()).isEqualTo(2);
    assertThat(handler.retries()).isEqualTo(7);
    assertThat(handler.isFatal(new java.util.NoSuchElementException())).isTrue();
    assertThat(handler.isFatal(new IllegalStateException())).isFalse();
  }

  @Test
  void aParameterThatIsNoInputSaysWhatItNeeds() {
    Map.Entry<Method, Worker> unclear =
        WorkerMethods.annotated(Unclear.class).entrySet().iterator().next();
    assertThatThrownBy(
            () ->
                new WorkerMethod(
                    unclear.getValue(),
                    "unclear",
                    new Unclear(),
                    unclear.getKey(),
                    JSON,
                    InputCheck.NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("@Variable");
  }

  private TopicHandler handler(String name) {
    for (Map.Entry<Method, Worker> one : WorkerMethods.annotated(Workers.class).entrySet()) {
      if (one.getKey().getName().equals(name)) {
        return new WorkerMethod(
            one.getValue(),
            name,
            new Workers(),
            one.getKey(),
            JSON,
            new InputCheck.ByBeanValidation(validator));
      }
    }
    throw new AssertionError(name);
  }

  private static Map<String, Object> plain(TopicHandler handler, Map<String, WireValue> variables)
      throws Exception {
    Map<String, WireValue> out = handler.work(task(variables), access());
    return Map.of("said", out.get("said").value().asText());
  }

  private static WireValue value(String type, Object value) {
    return new WireValue(type, JSON.valueToTree(value), null);
  }

  static LockedTask task(Map<String, WireValue> variables) {
    return new LockedTask(
        "task-1", "t", "me", "scope-1", "e-1", "loan:1", "loan", null, "check", null, "L-1", null,
        null, 0, null, null, null, null, variables, Map.of());
  }

  private static TaskAccess access() {
    WorkerTransport platform =
        (WorkerTransport)
            Proxy.newProxyInstance(
                WorkerTransport.class.getClassLoader(),
                new Class<?>[] {WorkerTransport.class},
                (proxy, method, arguments) ->
                    (arguments[1] + "!").getBytes(StandardCharsets.UTF_8));
    return new TaskAccess() {
      @Override
      public int retriesLeft() {
        return 3;
      }

      @Override
      public WorkerTransport platform() {
        return platform;
      }

      @Override
      public void answered(TaskOutcome outcome, Runnable call) {
        throw new AssertionError();
      }
    };
  }

  record Person(@NotBlank String name, @Email @NotNull String mail) {}

  record Said(String said) {}

  record Copied(Document copy, byte[] raw) {}

  static final class Workers {
    @Worker("single")
    Said single(
        @Variable double amount,
        @Variable Optional<String> note,
        @BusinessKey @Nullable String key,
        WorkerContext context) {
      return new Said(amount + " " + note.orElse("nothing") + " " + key + " " + context.taskId());
    }

    @Worker("both")
    Said both(Person person, @Variable("amount") @Positive int amount) {
      return new Said(person.name() + " " + amount);
    }

    @Worker("file")
    Copied file(@Variable Document contract) {
      return new Copied(
          Document.of("copy of " + contract.name(), contract.mimeType(), contract.content()),
          contract.content());
    }

    @Worker(
        value = "limited",
        processes = "loan",
        tenants = "demo",
        concurrency = 2,
        retries = 7,
        fatal = java.util.NoSuchElementException.class)
    Map<String, JsonNode> limited(Map<String, JsonNode> all) {
      return all;
    }
  }

  static final class Unclear {
    @Worker("unclear")
    void unclear(List<String> names) {}
  }
}
