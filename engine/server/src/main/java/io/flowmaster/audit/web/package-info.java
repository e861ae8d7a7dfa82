/** The REST surface of the audit log. */
@NullMarked
package io.flowmaster.audit.web;

import org.jspecify.annotations.NullMarked;
