/** What the platform runs with, as far as administrators may know: never a secret. */
@NullMarked
package io.flowmaster.settings;

import org.jspecify.annotations.NullMarked;
