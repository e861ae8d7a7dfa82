/** Who may do what: users, groups, roles, tenants, tokens and keys. */
@NullMarked
package io.flowmaster.identity;

import org.jspecify.annotations.NullMarked;
