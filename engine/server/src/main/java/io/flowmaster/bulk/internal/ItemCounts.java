package io.flowmaster.bulk.internal;

/** How many items came to which end. */
record ItemCounts(int done, int failed, int skipped) {}
