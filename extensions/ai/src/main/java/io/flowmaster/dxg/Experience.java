package io.flowmaster.dxg;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * What is to be known before a task is answered. Every call acts for the current actor: a task that
 * may not be seen is not found. Texts are in English or German, whichever is nearer to the locale.
 * Without a language model all is derived from the case; with one the texts are better, and a model
 * may state only what the sources hold.
 */
public interface Experience {

  /** What kind of case it is, what is known, measured and risky. */
  CaseAnalysis analyze(String task, Locale locale);

  /**
   * What to read before answering.
   *
   * @param heard takes what is known at once, and then each sentence of a model that was found
   *     true; on the calling thread
   */
  CaseBriefing brief(String task, Locale locale, Heard heard);

  /** The form's values that can be known or guessed. */
  SmartForm fill(String task, Locale locale);

  /** Answers a question from the case, or says that nothing in it does. */
  CaseAnswer ask(String task, String question, Locale locale, Consumer<String> sentence);

  /** Who hears a briefing while it is made. */
  interface Heard {
    /** Hears nothing. */
    Heard NOTHING =
        new Heard() {
          @Override
          public void ready(CaseBriefing briefing) {}

          @Override
          public void sentence(String text) {}
        };

    /** What the case itself says; a model's summary may follow. */
    void ready(CaseBriefing briefing);

    /** The next sentence of a model's summary. */
    void sentence(String text);
  }
}
