package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.tasks.TaskDetails.Form;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.TaskFormData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The form of a task: a deployed form-js form ({@code camunda:formRef}, or a form key {@code
 * camunda-forms:deployment:…}), generated fields, or the inline form of a task of its own.
 */
@Component
class TaskForms {
  private static final String FORM_JS = "form-js";
  private static final String DEPLOYED = "deployment:";
  private final FormService forms;
  private final FormlessTasks formless;
  private final JdbcTaskPapers papers;
  private final ObjectMapper json;

  TaskForms(FormService forms, FormlessTasks formless, JdbcTaskPapers papers, ObjectMapper json) {
    this.forms = forms;
    this.formless = formless;
    this.papers = papers;
    this.json = json;
  }

  /** Null when the task has none. The engine forgets the form of a task that ended. */
  @Nullable Form of(EngineTask task) {
    if (task.process() == null) {
      return papers.form(task.id()).map(form -> new Form(FORM_JS, null, form, null)).orElse(null);
    }
    return task.isOpen() && !formless.contains(task.process()) ? inModel(task.id()) : null;
  }

  private @Nullable Form inModel(String task) {
    TaskFormData data = forms.getTaskFormData(task);
    if (data == null) {
      return null;
    }
    CamundaFormRef reference = data.getCamundaFormRef();
    if (reference != null && reference.getKey() != null) {
      return deployed(task, reference.getKey());
    }
    String key = data.getFormKey();
    if (key == null || key.isBlank()) {
      return data.getFormFields().isEmpty()
          ? null
          : new Form(
              FORM_JS, null, CamundaGeneratedForms.toFormJs(data.getFormFields(), "task"), null);
    }
    if (!key.contains(DEPLOYED)) {
      return new Form(key.startsWith("embedded:") ? "html" : "external", key, null, null);
    }
    return key.toLowerCase(Locale.ROOT).endsWith(".html")
        ? new Form("html", key, null, null)
        : deployed(task, key);
  }

  private Form deployed(String task, String key) {
    try (InputStream content = forms.getDeployedTaskForm(task)) {
      JsonNode schema = json.readTree(content);
      return schema.isObject()
          ? new Form(FORM_JS, key, schema, null)
          : new Form(FORM_JS, key, null, "The form " + key + " is not a form-js schema.");
    } catch (NotFoundException missing) {
      return new Form(FORM_JS, key, null, "The form " + key + " is not deployed.");
    } catch (IOException notJson) {
      return new Form(FORM_JS, key, null, "The form " + key + " is not JSON.");
    }
  }
}
