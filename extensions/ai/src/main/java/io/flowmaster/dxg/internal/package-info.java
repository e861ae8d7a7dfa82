/** How a case is read: facts, similar cases, risks, suggestions and answers. */
@NullMarked
package io.flowmaster.dxg.internal;

import org.jspecify.annotations.NullMarked;
