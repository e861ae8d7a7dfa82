/** Messages to people: by e-mail, text message and in the workspace, as each person prefers. */
@NullMarked
package io.flowmaster.notifications;

import org.jspecify.annotations.NullMarked;
