package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineRefusal;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.ProblemKind;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import org.camunda.bpm.engine.rest.dto.task.TaskDto;
import org.camunda.bpm.engine.rest.mapper.MultipartFormData;
import org.camunda.bpm.engine.rest.mapper.MultipartFormData.FormPart;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapperImpl;

/**
 * What a caller sends to the engine's REST is for its own tenant: deployments and tasks get it, and
 * a body that names another one is refused.
 */
class EngineRestTenant implements ReaderInterceptor {
  private static final String PART = "tenant-id";
  private final CurrentActor current;

  EngineRestTenant(CurrentActor current) {
    this.current = current;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body = context.proceed();
    String tenant = current.tenant().value();
    if (body instanceof MultipartFormData form) {
      FormPart named = form.getNamedPart(PART);
      require(tenant, named == null ? null : named.getTextContent());
      form.addPart(new TenantPart(tenant));
    } else if (body != null && body.getClass().getName().startsWith("org.camunda.")) {
      checkNamed(tenant, body);
      if (body instanceof TaskDto task) {
        task.setTenantId(tenant);
      }
    }
    return body;
  }

  /** Every member {@code tenantId}, {@code processDefinitionTenantId} and the like. */
  private static void checkNamed(String tenant, Object body) {
    BeanWrapperImpl bean = new BeanWrapperImpl(body);
    for (PropertyDescriptor member : BeanUtils.getPropertyDescriptors(body.getClass())) {
      boolean readable = member.getReadMethod() != null && member.getPropertyType() == String.class;
      if (readable && member.getName().toLowerCase(java.util.Locale.ROOT).endsWith("tenantid")) {
        require(tenant, (String) bean.getPropertyValue(member.getName()));
      }
    }
  }

  private static void require(String tenant, @org.jspecify.annotations.Nullable String named) {
    if (named != null && !named.equals(tenant)) {
      throw new EngineRefusal(
          ProblemKind.FORBIDDEN,
          "tenant-not-allowed",
          "The tenant in the body is not yours; leave it out.");
    }
  }

  private static final class TenantPart extends FormPart {
    TenantPart(String tenant) {
      fieldName = PART;
      textContent = tenant;
      contentType = "text/plain";
      binaryContent = new byte[0];
    }
  }
}
