package io.flowmaster.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends of a rule set; on a change, null leaves as it is.
 *
 * @param key only when it is made; null takes the main decision's id, or one from the name
 * @param dmnXml the model; exclusive with {@code table}
 * @param table a table to turn into a model
 * @param imports the models that the model imports; they are carried inside it; null leaves those
 *     that it carries
 * @param evaluator written into the model; null leaves what the model says
 */
public record RuleSetDraft(
    @Nullable String name,
    @Nullable String key,
    @Nullable String dmnXml,
    @Nullable DecisionTableSketch table,
    @Nullable List<String> imports,
    @Nullable EvaluatorChoice evaluator) {}
