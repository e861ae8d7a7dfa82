/**
 * Knowledge: texts in collections that only their readers find, searched by words and by meaning,
 * and answers that say where each statement comes from.
 */
@NullMarked
package io.flowmaster.knowledge;

import org.jspecify.annotations.NullMarked;
