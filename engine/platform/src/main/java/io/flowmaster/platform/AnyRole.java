package io.flowmaster.platform;

import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Whoever has a role in the tenant, whichever it is, may call it. */
@RolesAllowed({
  Roles.ADMIN,
  Roles.DESIGNER,
  Roles.EMPLOYEE,
  Roles.MANAGER,
  Roles.DEVELOPER,
  Roles.WORKER,
  Roles.AGENT
})
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyRole {}
