package io.flowmaster.rules.internal;

import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.TenantId;
import io.flowmaster.rules.DecisionTableSketch;
import io.flowmaster.rules.RuleKeyTaken;
import io.flowmaster.rules.RuleSetDraft;
import io.flowmaster.rules.UnreadableRules;
import io.flowmaster.rules.internal.JdbcRuleStore.Model;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what a person sent a key and a model that can be kept. */
@Component
class RuleDrafts {
  private static final int LONGEST_KEY = 60;
  private static final int MOST_SUFFIXES = 50;
  private final DmnCompiler compiler;
  private final JdbcRuleStore store;

  RuleDrafts(DmnCompiler compiler, JdbcRuleStore store) {
    this.compiler = compiler;
    this.store = store;
  }

  /** The key that was asked for, or a free one from the model or the name. */
  String key(TenantId tenant, RuleSetDraft draft) {
    if (draft.key() != null) {
      if (store.keyExists(tenant, draft.key())) {
        throw new RuleKeyTaken(draft.key());
      }
      return draft.key();
    }
    String wanted = draft.dmnXml() == null ? slug(draft.name()) : decision(draft);
    String key = wanted;
    for (int n = 2; store.keyExists(tenant, key); n++) {
      if (n > MOST_SUFFIXES) {
        throw new RuleKeyTaken(wanted);
      }
      key = wanted + "-" + n;
    }
    return key;
  }

  private String decision(RuleSetDraft draft) {
    String slug = slug(draft.name());
    String whole = whole(String.valueOf(draft.dmnXml()), draft);
    DmnDecision main = compiler.compiled(checksum(whole), whole).main(slug);
    return main == null || main.getKey().length() > LONGEST_KEY ? slug : main.getKey();
  }

  /**
   * The model to keep; null when nothing was sent.
   *
   * @throws UnreadableRules when it is not DMN that may run here
   */
  @Nullable Model model(String key, String name, RuleSetDraft draft) {
    if (draft.dmnXml() != null && draft.table() != null) {
      throw new InvalidValue("model", "Send either dmnXml or table, not both.");
    }
    String xml = draft.table() == null ? draft.dmnXml() : sketched(key, name, draft.table());
    if (xml == null) {
      return null;
    }
    return asking(new Model(xml, checksum(xml)), draft);
  }

  private static String whole(String xml, RuleSetDraft draft) {
    return draft.imports() == null ? xml : ModelImports.carrying(xml, draft.imports());
  }

  /** The model with the imports and the evaluator that were sent, written into the model. */
  Model asking(Model model, RuleSetDraft draft) {
    String xml = whole(model.dmn(), draft);
    xml = draft.evaluator() == null ? xml : ModelMarks.asking(xml, draft.evaluator());
    String checksum = checksum(xml);
    compiler.compiled(checksum, xml);
    return new Model(xml, checksum);
  }

  private static String sketched(String key, String name, DecisionTableSketch table) {
    try {
      return SketchedTable.toDmn(key, name, table);
    } catch (ModelException e) {
      throw new UnreadableRules(
          "The table has text that XML cannot hold. Remove control characters.");
    }
  }

  /** An XML name of the ASCII letters and digits of a text, for people's eyes too. */
  static String slug(@Nullable String text) {
    String plain =
        Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String short_ = plain.substring(0, Math.min(plain.length(), LONGEST_KEY));
    return short_.isEmpty() || !Character.isLetter(short_.charAt(0)) ? "rules-" + short_ : short_;
  }

  static String checksum(String xml) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
