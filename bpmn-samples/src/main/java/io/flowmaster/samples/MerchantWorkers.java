package io.flowmaster.samples;

import io.flowmaster.worker.Worker;
import io.flowmaster.worker.WorkerContext;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What merchant onboarding asks of other systems. */
final class MerchantWorkers {
  /** Invented names, as words in any order. */
  private static final List<Set<String>> SANCTIONED =
      List.of(words("Black Harbour Trading"), words("Zorvan Minerals"), words("Ostrova Shipping"));

  record Merchant(String merchantName, String registrationNumber, String country) {}

  record Screening(boolean sanctionsHit, String screeningReference) {}

  record Account(String merchantId, String contractNumber) {}

  /** A hit is a listed name of which every word is in the merchant's name. */
  @Worker("sanctions-screening")
  Screening screen(Merchant merchant, WorkerContext context) {
    Set<String> name = words(merchant.merchantName());
    boolean hit = SANCTIONED.stream().anyMatch(name::containsAll);
    return new Screening(hit, References.of("SCR", context.taskId()));
  }

  /** One account for each registration, however often it is asked for. */
  @Worker("merchant-account")
  Account open(Merchant merchant) {
    String registration = merchant.country() + " " + merchant.registrationNumber();
    return new Account(References.of("MER", registration), References.of("CTR", registration));
  }

  private static Set<String> words(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .collect(Collectors.toSet());
  }
}
