package io.flowmaster.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file to be kept.
 *
 * @param filename as its sender named it; made safe
 * @param readers who else may see it, as {@code user:<id>}, {@code role:<role>}, {@code group:<id>}
 *     or {@code everyone}; null for the role worker alone, which processes act with
 */
public record NewDocument(String filename, @Nullable List<String> readers) {}
