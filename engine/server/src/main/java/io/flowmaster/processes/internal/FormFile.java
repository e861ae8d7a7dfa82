package io.flowmaster.processes.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.processes.Resource;

/** A form-js file of a draft. */
final class FormFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private FormFile() {}

  /** Refuses what is not a JSON object. */
  static void check(Resource file) {
    String text = file.text();
    try {
      if (JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text).isObject()) {
        return;
      }
    } catch (JsonProcessingException e) {
      throw invalid(file);
    }
    throw invalid(file);
  }

  private static InvalidValue invalid(Resource file) {
    return new InvalidValue("form", file.name() + " is not a form: it is not a JSON object.");
  }
}
