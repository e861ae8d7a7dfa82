/** The REST surface of case files. */
@NullMarked
package io.flowmaster.cases.web;

import org.jspecify.annotations.NullMarked;
