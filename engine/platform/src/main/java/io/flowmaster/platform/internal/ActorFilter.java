package io.flowmaster.platform.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.TenantNotAllowed;
import io.flowmaster.platform.TenantRequired;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Settles an authenticated token on one tenant: from {@code X-Tenant-Id}, or the token's only one.
 */
class ActorFilter extends OncePerRequestFilter {
  static final String TENANT_HEADER = "X-Tenant-Id";
  private final ProblemWriter problems;

  ActorFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!(SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken token)) {
      chain.doFilter(request, response);
      return;
    }
    Actor actor;
    try {
      actor = actor(token.getToken(), request.getHeader(TENANT_HEADER));
    } catch (Problem problem) {
      problems.write(problem, request, response);
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new ActorAuthentication(actor, token.getToken()));
    SecurityContextHolder.setContext(context);
    try {
      MDC.put("tenant", actor.tenant().value());
      MDC.put("user", actor.id().value());
      chain.doFilter(request, response);
    } finally {
      MDC.remove("tenant");
      MDC.remove("user");
    }
  }

  static Actor actor(Jwt jwt, @Nullable String header) {
    TokenActor token = new TokenActor(jwt);
    return token.in(tenant(token.tenants(), header));
  }

  private static TenantId tenant(Set<String> tenants, @Nullable String header) {
    if (header != null) {
      if (!tenants.contains(header)) {
        throw new TenantNotAllowed();
      }
      return tenantId(header);
    }
    if (tenants.isEmpty()) {
      throw new TenantNotAllowed();
    }
    if (tenants.size() > 1) {
      throw new TenantRequired();
    }
    return tenantId(tenants.iterator().next());
  }

  private static TenantId tenantId(String value) {
    try {
      return new TenantId(value);
    } catch (InvalidValue e) {
      throw new TenantNotAllowed();
    }
  }
}
