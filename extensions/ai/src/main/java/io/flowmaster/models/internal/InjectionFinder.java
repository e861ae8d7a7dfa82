package io.flowmaster.models.internal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds sentences that give a model orders. Rules, not a model: the same text is always judged the
 * same. They are one layer of several; what a tool may do is decided outside the model.
 */
final class InjectionFinder {
  private static final String GAP = "\\W+(?:[\\w']+\\W+){0,5}?";

  /** After the end of a sentence, and at an empty line. */
  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[.!?])(?=\\s)|(?<=\\n)(?=[ \\t]*\\r?\\n)");

  private static final Pattern SPACED = Pattern.compile("(?<!\\w)\\w(?:[ ._*-]\\w){5,}(?!\\w)");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}]");
  private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{24,}={0,2}");
  private static final List<Pattern> RULES =
      List.of(
          rule(
              "\\b(?:ignor\\w*|disregard|forget|override|bypass|discard|neglect|skip)"
                  + GAP
                  + "(?:instruct\\w*|prompts?|rules?|directions?|guidelines?|polic(?:y|ies)|guardrails?|constraints?|restrictions?|safeguards?"
                  + "|(?:everything|all|anything)\\W+(?:\\w+\\W+){0,2}?(?:above|before|previous|earlier))\\b"),
          rule(
              "\\b(?:ignore|disregard|forget)\\W+(?:all|everything|anything)\\W+(?:of\\W+)?(?:that|the above|above|before|you\\b)"),
          rule(
              "\\b(?:vergiss|vergesse|ignorier\\w*|missachte\\w*|umgeh\\w*|ubergeh\\w*)"
                  + GAP
                  + "(?:\\w*anweisung\\w*|\\w*regeln?|\\w*vorgaben?|\\w*instruktion\\w*|\\w*prompts?|\\w*richtlinien?|\\w*vorschrift\\w*)\\b"),
          rule(
              "\\b(?:ignore[zr]?|oublie[zr]?|ignora|olvida|ignori|dimentica|negeer|vergeet)"
                  + GAP
                  + "(?:instructions?|instrucciones|consignes|regles|reglas|istruzioni|regole|instructies)\\b"),
          rule(
              "\\b(?:reveal|show|print|repeat|output|leak|expose|dump|disclose|display|recite|tell|give|verrate|zeige?|nenne)"
                  + GAP
                  + "(?:system\\W*prompt\\w*|hidden prompt|initial instructions|your (?:\\w+ )?(?:instructions|prompt|rules|configuration)|developer message|api[ _-]?keys?"
                  + "|secrets?\\b(?! santa)|passwords?|credentials|passwort\\w*|zugangsdaten)"),
          rule(
              "\\byou are (?:now|no longer)\\b|\\bfrom now on,? (?:you|respond|act|answer)\\b|\\bdu bist (?:ab )?(?:jetzt|nun)\\b|\\bab (?:jetzt|sofort) (?:bist|antwortest|handelst) du\\b"),
          rule(
              "\\b(?:act|behave|respond|answer|pretend)\\W+(?:as|like|to be)\\W+(?:if\\W+)?(?:\\w+\\W+){0,3}?(?:unrestricted|uncensored|jailbroken|dan\\b|administrator|root|developer mode|evil|without)"),
          rule(
              "\\b(?:new|updated|real|actual|true|important|additional|neue|wichtige)\\W+(?:system\\W+|secret\\W+)?(?:instructions?|prompt|rules|orders|directives?|anweisung(?:en)?|system ?message)\\s*[:=]"),
          rule(
              "^\\W*(?:system|assistant|developer|systemnachricht)\\s*(?:prompt|message|override|note)?\\s*[:>\\]]"),
          rule(
              "<\\|?/?(?:im_start|im_end|system|endoftext|assistant|instructions?|start_header_id)\\|?>|\\[/?inst\\]|<</?sys>>|#{2,}\\s*(?:system|instruction|assistant|response)s?\\b|\\bbegin system\\b|\\bend of (?:document|context|user input|prompt)\\b"),
          rule(
              "\\b(?:do not|don[']t|never|without|nicht)\\W+(?:\\w+\\W+){0,2}?(?:tell|telling|inform|informing|mention|mentioning|alert|alerting|notify|notifying|report|reporting)\\W+(?:\\w+\\W+){0,5}?(?:users?|humans?|managers?|anyone|anybody|operators?|auditors?|this instruction)\\b"),
          rule(
              "\\b(?:sag|sage|erzahle?|melde|informiere)\\W+(?:\\w+\\W+){0,4}?(?:nutzer|benutzer|manager|niemand\\w*)\\W+(?:\\w+\\W+){0,3}?(?:nichts|nicht)\\b"),
          rule(
              "\\b(?:jailbreak\\w*|dan mode|developer mode|god mode|admin(?:istrator)? mode|debug mode|maintenance mode)\\b\\W*(?:enabled|activated|on|:|is)?"),
          rule(
              "\\bwithout\\W+(?:any\\W+)?(?:restrictions|filters|guardrails|censorship|safety|asking (?:for )?(?:approval|confirmation|permission|anyone|the \\w+)|(?:human )?approval|confirmation|checking with)\\b"),
          rule(
              "\\b(?:ai|llm|language model|assistant|agent|chatbot|gpt|claude|copilot|bot)s?\\b\\W+(?:\\w+\\W+){0,4}?(?:must|should|shall|has to|have to|needs? to|is to|are to|are required to|please)\\W+(?:\\w+\\W+){0,2}?(?:approve|ignore|send|forward|transfer|call|execute|delete|reveal|mark|rate|recommend|classify|answer|output|include|say|write|give)"),
          rule(
              "\\b(?:note|message|attention|instructions?|hinweis)\\W+(?:to|for|an|fur)\\W+(?:the\\W+|die\\W+|all\\W+)?(?:ai|llms?|language models?|assistants?|agents?|models?|ki|chatbots?)\\b"),
          rule(
              "\\b(?:call|invoke|use|execute|run|trigger|rufe?)\\W+(?:the\\W+|das\\W+)?(?:tool|function|funktion|werkzeug|plugin)\\b|\\b(?:call|invoke|execute|run)\\W+(?:the\\W+)?[`'\"]?\\w+_\\w+[`'\"]?"),
          rule(
              "\\b(?:send|forward|post|upload|exfiltrat\\w*|e?-?mail|transmit|copy|leite|sende|schicke)\\W+(?:\\w+\\W+){0,8}?(?:data|contents?|conversation|history|secrets?|passwords?|tokens?|keys?|customers?|records?|everything|daten|above|context|documents?)\\W+(?:\\S+\\W+){0,5}?(?:to|an)\\W+(?:https?:|www\\.|\\S+@|\\S+\\.\\w{2,})"),
          rule(
              "\\b(?:your|the)\\W+(?:previous|prior|earlier|original|initial|system)\\W+(?:instructions?|rules?|guidelines?|prompts?|polic(?:y|ies))\\W+(?:\\w+\\W+){0,3}?(?:are|is|were|have been|has been|no longer|do not|does not|don[']t)\\b"),
          rule(
              "\\b(?:override|disable|deactivate|turn off|switch off|schalte|deaktiviere)\\W+(?:\\w+\\W+){0,4}?(?:guardrails?|safety|filters?|safeguards?|protections?|moderation|approvals?|polic(?:y|ies)|schutz\\w*|filter)\\b"),
          rule("!\\[[^\\]]{0,200}\\]\\(https?://[^)\\s]{0,500}[?&][^)\\s=]{1,50}="));

  private InjectionFinder() {}

  private static Pattern rule(String regex) {
    return Pattern.compile(regex, Pattern.MULTILINE);
  }

  /**
   * What is left of a text.
   *
   * @param text without the sentences that give orders
   * @param found whether there were any
   */
  record Cleaned(String text, boolean found) {}

  static Cleaned clean(String text) {
    StringBuilder kept = new StringBuilder();
    boolean found = false;
    for (String sentence : BETWEEN.split(text)) {
      if (suspect(plain(sentence)) || encoded(sentence)) {
        found = true;
        kept.append(kept.isEmpty() ? "" : " ").append("[removed]");
        kept.append(sentence.endsWith("\n") ? "\n" : "");
      } else {
        kept.append(sentence);
      }
    }
    return found ? new Cleaned(kept.toString(), true) : new Cleaned(text, false);
  }

  private static boolean suspect(String plain) {
    return RULES.stream().anyMatch(rule -> rule.matcher(plain).find());
  }

  /** In small Latin letters, without what hides words from rules but not from models. */
  private static String plain(String text) {
    String latin =
        Lookalikes.latin(
            UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll(""));
    return SPACED.matcher(latin).replaceAll(found -> found.group().replaceAll("[ ._*-]", ""));
  }

  private static boolean encoded(String text) {
    Matcher matcher = ENCODED.matcher(text);
    while (matcher.find()) {
      String decoded = decoded(matcher.group());
      if (!decoded.isEmpty() && suspect(plain(decoded))) {
        return true;
      }
    }
    return false;
  }

  private static String decoded(String text) {
    try {
      String decoded =
          new String(
              Base64.getDecoder().decode(text.replaceAll("=+$", "")), StandardCharsets.UTF_8);
      return decoded.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\t') ? decoded : "";
    } catch (IllegalArgumentException noBase64) {
      return "";
    }
  }

  /** Letters of other scripts that look like Latin ones. */
  private static final class Lookalikes {
    private static final String THEIRS = "авеіјкмнорстухԁѕАВЕІЈКМНОРСТУХЅαεικνορτυχΑΒΕΙΚΜΝΟΡΤΥΧ";
    private static final String OURS = "abeijkmhopctyxdsABEIJKMHOPCTYXSaeiknoptuxABEIKMNOPTYX";

    static String latin(String text) {
      StringBuilder made = new StringBuilder(text);
      for (int i = 0; i < made.length(); i++) {
        int at = made.charAt(i) < 0x370 ? -1 : THEIRS.indexOf(made.charAt(i));
        if (at >= 0) {
          made.setCharAt(i, OURS.charAt(at));
        }
      }
      return made.toString().replace('’', '\'').toLowerCase(Locale.ROOT);
    }
  }
}
