package io.flowmaster.documents.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a text's language by its function words, which are a third of any text and differ between
 * languages; a text that has too few of them, or as many of two languages, has none.
 */
final class Languages {
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final int WORDS = 4_000;
  private static final int ENOUGH = 2;
  private static final Map<String, Set<String>> FUNCTION_WORDS =
      Map.of(
          "de",
          words(
              "der die das und nicht ein eine einer einem den dem des ist sind wird werden mit für"
                  + " auf von zu zum zur bei nach aus oder auch als an im ist sie wir ihr ihre bitte"
                  + " über unter durch bis vom sich dass wenn"),
          "en",
          words(
              "the and of to is are be a an for with on from by or not this that which your you we"
                  + " please as at it will has have if when must our their its was were"),
          "fr",
          words(
              "le la les et des du de un une est sont pour avec dans par sur ne pas que qui vous nous"
                  + " votre notre ce cette au aux ou il elle"),
          "es",
          words(
              "el la los las y de del un una es son para con en por que no se su sus al lo como más o"
                  + " este esta"),
          "it",
          words(
              "il lo la gli le e di del della dei un una è sono per con in da che non si al alla nel"
                  + " come questo questa o"),
          "nl",
          words(
              "de het een en van is zijn voor met op door niet dat die te aan bij of uw wij deze dit"
                  + " wordt worden naar"));

  private Languages() {}

  private static Set<String> words(String all) {
    return Set.copyOf(List.of(all.split(" ")).stream().distinct().toList());
  }

  /** ISO 639-1, or null when it cannot be told. */
  static @Nullable String of(String text) {
    Map<String, Integer> seen = new HashMap<>();
    WORD.matcher(text)
        .results()
        .limit(WORDS)
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .forEach(
            word ->
                FUNCTION_WORDS.forEach(
                    (language, words) -> {
                      if (words.contains(word)) {
                        seen.merge(language, 1, Integer::sum);
                      }
                    }));
    int most = seen.values().stream().max(Integer::compare).orElse(0);
    List<String> likeliest =
        seen.keySet().stream().filter(language -> seen.get(language) == most).toList();
    return most >= ENOUGH && likeliest.size() == 1 ? likeliest.get(0) : null;
  }
}
