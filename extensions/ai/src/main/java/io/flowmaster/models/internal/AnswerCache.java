package io.flowmaster.models.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.flowmaster.models.Embeddings;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelCall.Reuse;
import io.flowmaster.models.ModelMessage;
import io.flowmaster.models.ModelMessage.Input;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers that were given, by tenant and question. Alike is a question that differs in its last
 * input only, means the same, and says the same numbers and the same of yes and no: vectors hardly
 * tell these apart.
 */
@Component
class AnswerCache {
  private static final int ALIKE_PER_QUESTION = 50;
  private static final int LONGEST_ALIKE = 800;
  private static final int MORE_PER_ANSWER = 200;
  private static final Pattern TELLING =
      Pattern.compile(
          "\\d+(?:[.,]\\d+)*|\\b(?:not?|never|without|nicht|kein\\w*|nie|ohne)\\b|n't\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private final ModelsProperties.Cache settings;
  private final Questions questions;
  private final Embeddings embeddings;
  private final Cache<String, RawAnswer> answers;
  private final Cache<String, Deque<Alike>> alikes;

  AnswerCache(
      ModelsProperties properties, Questions questions, Embeddings embeddings, Clock clock) {
    this.settings = properties.cache();
    this.questions = questions;
    this.embeddings = embeddings;
    Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(settings.characters())
            .weigher((String key, RawAnswer answer) -> answer.text().length() + MORE_PER_ANSWER)
            .expireAfterWrite(settings.keep())
            .ticker(ticker)
            .build();
    this.alikes =
        Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(settings.keep())
            .ticker(ticker)
            .build();
  }

  private record Alike(float[] vector, List<String> telling, String key) {}

  /** What a call was looked up under, to be remembered under. */
  record Place(@Nullable String key, @Nullable String frame, @Nullable String input) {
    static final Place NONE = new Place(null, null, null);
  }

  Place place(TenantId tenant, List<ModelRef> chain, ModelCall call) {
    if (!settings.enabled() || call.reuse() == Reuse.NEVER) {
      return Place.NONE;
    }
    String key = tenant + "/" + questions.digest(chain, call);
    List<ModelMessage> all = call.messages();
    boolean byMeaning =
        settings.byMeaning()
            && call.reuse() == Reuse.ALIKE
            && call.tools().isEmpty()
            && all.get(all.size() - 1) instanceof Input last
            && last.text().length() <= LONGEST_ALIKE;
    if (!byMeaning) {
      return new Place(key, null, null);
    }
    ModelCall frame =
        new ModelCall(
            call.modelClass(),
            all.subList(0, all.size() - 1),
            List.of(),
            call.outputSchema(),
            call.account());
    return new Place(
        key,
        tenant + "/" + questions.digest(chain, frame),
        ((Input) all.get(all.size() - 1)).text());
  }

  Optional<RawAnswer> find(Place place) {
    if (place.key() == null) {
      return Optional.empty();
    }
    RawAnswer same = answers.getIfPresent(place.key());
    return same != null || place.frame() == null ? Optional.ofNullable(same) : alike(place);
  }

  private Optional<RawAnswer> alike(Place place) {
    Deque<Alike> known = alikes.getIfPresent(place.frame());
    if (known == null) {
      return Optional.empty();
    }
    float[] vector = embeddings.embed(place.input());
    List<String> telling = telling(place.input());
    synchronized (known) {
      for (Iterator<Alike> each = known.descendingIterator(); each.hasNext(); ) {
        Alike other = each.next();
        if (telling.equals(other.telling())
            && cosine(vector, other.vector()) >= settings.likeness()) {
          return Optional.ofNullable(answers.getIfPresent(other.key()));
        }
      }
    }
    return Optional.empty();
  }

  void keep(Place place, RawAnswer answer) {
    if (place.key() == null || !answer.whole() || !answer.toolRequests().isEmpty()) {
      return;
    }
    answers.put(place.key(), answer);
    if (place.frame() == null) {
      return;
    }
    Alike alike = new Alike(embeddings.embed(place.input()), telling(place.input()), place.key());
    Deque<Alike> known = alikes.get(place.frame(), frame -> new ArrayDeque<>());
    synchronized (known) {
      known.addLast(alike);
      if (known.size() > ALIKE_PER_QUESTION) {
        known.removeFirst();
      }
    }
  }

  private static List<String> telling(String text) {
    return TELLING
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(String::toLowerCase)
        .toList();
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
