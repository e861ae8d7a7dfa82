/** The audit log in the relational database. */
@NullMarked
package io.flowmaster.audit.internal;

import org.jspecify.annotations.NullMarked;
