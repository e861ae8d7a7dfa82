/** The REST surface of bulk jobs. */
@NullMarked
package io.flowmaster.bulk.web;

import org.jspecify.annotations.NullMarked;
