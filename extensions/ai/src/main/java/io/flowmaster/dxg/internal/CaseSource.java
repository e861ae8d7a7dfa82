package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.CaseFiles;
import io.flowmaster.tools.PlatformApi;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Case files from this node's own engine, or, where there is none, from the platform's API with the
 * caller's rights.
 */
@Component
class CaseSource {
  private final ObjectProvider<CaseFiles> own;
  private final PlatformApi platform;
  private final ObjectMapper json;

  CaseSource(ObjectProvider<CaseFiles> own, PlatformApi platform, ObjectMapper json) {
    this.own = own;
    this.platform = platform;
    this.json = json;
  }

  CaseFile ofTask(String task) {
    CaseFiles here = own.getIfAvailable();
    return here == null ? fetched(task) : here.ofTask(task);
  }

  /** Only beside the engine: no caller's rights would open it. */
  CaseFile ofExecution(String execution) {
    CaseFiles here = own.getIfAvailable();
    if (here == null) {
      throw new CaseRefused(503, "Cases of executions can only be read beside the engine.");
    }
    return here.ofExecution(execution);
  }

  private CaseFile fetched(String task) {
    PlatformApi.Answer answer =
        platform.call(PlatformApi.Request.get("/cases/{taskId}", "taskId", task));
    JsonNode body = answer.body();
    if (!answer.ok()) {
      throw new CaseRefused(answer.status(), body.path("detail").asText());
    }
    try {
      return json.treeToValue(body, CaseFile.class);
    } catch (JsonProcessingException e) {
      throw new CaseRefused(503, "The platform's answer is no case file.");
    }
  }
}
