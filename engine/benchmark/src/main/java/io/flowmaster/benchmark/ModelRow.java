package io.flowmaster.benchmark;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.flowmaster.models.LanguageModels;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelCall.Account;
import io.flowmaster.models.ModelMessage.Input;
import io.flowmaster.models.ModelMessage.Instructions;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A question to a model that answers at once, so that what is measured is what lies before it:
 * guardrails, cache, budgets, retries, breaker and metering; or LangChain4j alone.
 */
record ModelRow(boolean isOurs) implements Row {
  private static final String ROLE = "You say to which cost centre an invoice goes. Be brief.";
  private static final String INVOICE =
      """
      Invoice %d of Acme Ltd, write to billing@acme.example for questions.
      12 chairs, oak, at 129.90 EUR each; 2 desks at 450.00 EUR each; delivery 80.00 EUR.
      Please pay within 30 days to DE89 3704 0044 0532 0130 00.
      """;

  @Override
  public String key() {
    return isOurs ? "model-call" : "model-bare";
  }

  @Override
  public String title() {
    return "a question to a language model, "
        + (isOurs ? "by LanguageModels" : "LangChain4j alone");
  }

  @Override
  public String goal() {
    return isOurs ? "≤ 3 ms more than the row above" : "";
  }

  @Override
  public boolean isLatency() {
    return true;
  }

  @Override
  public @Nullable String comparedTo() {
    return isOurs ? new ModelRow(false).key() : null;
  }

  @Override
  public Work on(Platform platform) {
    AtomicLong count = new AtomicLong();
    if (isOurs) {
      LanguageModels models = platform.bean(LanguageModels.class);
      Account account = new Account("bench", "agent", "invoice", "task");
      return platform.asEmployee(
          () -> {
            String text = INVOICE.formatted(count.incrementAndGet());
            long start = System.nanoTime();
            models.answer(ModelCall.of(List.of(new Instructions(ROLE), new Input(text)), account));
            return Work.Sample.since(start, 1);
          });
    }
    ChatModel model =
        OpenAiChatModel.builder()
            .baseUrl(ConstantModel.url())
            .apiKey("none")
            .modelName(ConstantModel.NAME)
            .maxRetries(0)
            .build();
    return () -> {
      String text = INVOICE.formatted(count.incrementAndGet());
      long start = System.nanoTime();
      model.chat(SystemMessage.from(ROLE), UserMessage.from(text));
      return Work.Sample.since(start, 1);
    };
  }
}
