/** How the engine is set up; the only user of the engine's internal API. */
@NullMarked
package io.flowmaster.engine.internal;

import org.jspecify.annotations.NullMarked;
