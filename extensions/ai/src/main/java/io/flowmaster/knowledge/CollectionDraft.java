package io.flowmaster.knowledge;

import org.jspecify.annotations.Nullable;

/** What is said of a collection. */
public record CollectionDraft(String name, @Nullable String description, CollectionAccess access) {}
