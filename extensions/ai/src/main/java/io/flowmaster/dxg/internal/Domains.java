package io.flowmaster.dxg.internal;

import io.flowmaster.platform.CaseFile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The trade that a case is of, by the words of its process, task and variables. */
final class Domains {
  private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(
        "finance",
        List.of(
            "invoice",
            "payment",
            "loan",
            "credit",
            "budget",
            "expense",
            "accounting",
            "iban",
            "rechnung",
            "zahlung",
            "kredit",
            "buchung"));
    WORDS.put(
        "procurement",
        List.of(
            "purchase",
            "supplier",
            "vendor",
            "procurement",
            "tender",
            "bestellung",
            "einkauf",
            "lieferant"));
    WORDS.put(
        "sales",
        List.of("order", "offer", "quote", "price", "pricing", "discount", "auftrag", "angebot"));
    WORDS.put(
        "human-resources",
        List.of(
            "employee",
            "leave",
            "vacation",
            "onboarding",
            "hiring",
            "applicant",
            "salary",
            "urlaub",
            "bewerbung",
            "mitarbeiter"));
    WORDS.put(
        "customer-service",
        List.of(
            "complaint",
            "ticket",
            "support",
            "claim",
            "refund",
            "return",
            "reklamation",
            "beschwerde"));
    WORDS.put("insurance", List.of("policy", "damage", "insured", "premium", "schaden", "police"));
    WORDS.put(
        "logistics",
        List.of("shipment", "delivery", "warehouse", "carrier", "versand", "lieferung", "lager"));
    WORDS.put(
        "public-administration",
        List.of("permit", "licence", "license", "application", "citizen", "antrag", "bescheid"));
    WORDS.put("it", List.of("incident", "deployment", "server", "access", "account", "release"));
  }

  private Domains() {}

  /** {@code general} when no word tells anything. */
  static String of(CaseFile file) {
    Set<String> named = new HashSet<>();
    CaseFile.Course course = file.execution();
    if (course != null) {
      named.addAll(Paths.words(course.processKey()));
      named.addAll(Paths.words(course.processName()));
    }
    if (file.task() != null) {
      named.addAll(Paths.words(file.task().name()));
    }
    Set<String> held = new HashSet<>();
    Paths.flat(file.variables()).keySet().forEach(path -> held.addAll(Paths.words(path)));
    String best = "general";
    int most = 0;
    for (Map.Entry<String, List<String>> domain : WORDS.entrySet()) {
      int score = 0;
      for (String word : domain.getValue()) {
        score += (named.contains(word) ? 3 : 0) + (held.contains(word) ? 1 : 0);
      }
      if (score > most) {
        most = score;
        best = domain.getKey();
      }
    }
    return best;
  }
}
