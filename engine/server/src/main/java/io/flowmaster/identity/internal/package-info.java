/** How identity is kept (relational tables) and how tokens are made. */
@NullMarked
package io.flowmaster.identity.internal;

import org.jspecify.annotations.NullMarked;
