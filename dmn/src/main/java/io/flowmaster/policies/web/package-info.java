/** The REST surface of access policies. */
@NullMarked
package io.flowmaster.policies.web;

import org.jspecify.annotations.NullMarked;
