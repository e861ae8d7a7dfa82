/**
 * Language models and embeddings, whoever serves them: the one way to them for every other area.
 */
@NullMarked
package io.flowmaster.models;

import org.jspecify.annotations.NullMarked;
