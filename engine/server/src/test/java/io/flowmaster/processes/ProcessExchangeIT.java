package io.flowmaster.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class ProcessExchangeIT {
  private static final String FORM = "{\"type\":\"default\",\"id\":\"%s\",\"components\":[]}";
  private final Api api;

  ProcessExchangeIT(Api api) {
    this.api = api;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16"})
  void aFileComesOutAsItWentInAndTheEngineReadsIt(String encoding) {
    String key = Names.unique("bytes");
    byte[] file =
        Models.executable(key, "Prüfen")
            .replace("UTF-8", encoding)
            .replace("\n", "\r\n")
            .getBytes(Charset.forName(encoding));
    Answer imported = designer().upload("/processes/import", key + ".bpmn", file).expect(201);
    String path = "/processes/" + imported.at("/id");
    assertThat(imported.header("Location")).isEqualTo(path);
    assertThat(imported.at("/key")).isEqualTo(key);
    assertThat(imported.at("/name")).isEqualTo("Process of a test");
    assertThat(imported.at("/bpmnXml")).contains("Prüfen");
    assertThat(designer().get(path + "/export").expect(200).body()).isEqualTo(file);
    designer().post(path + "/publish").expect(201);
    Answer exported = designer().get(path + "/export?version=1").expect(200);
    assertThat(exported.body()).isEqualTo(file);
    assertThat(exported.header("Content-Disposition")).contains(key + ".bpmn");
    assertThat(designer().get(path + "/versions/1").expect(200).at("/bpmnXml"))
        .isEqualTo(imported.at("/bpmnXml"));
  }

  @Test
  void aByteOrderMarkSurvivesBothWays() {
    String xml = "\uFEFF" + Models.executable(Names.unique("bom"));
    Answer made = designer().post("/processes", Map.of("name", "Bom", "bpmnXml", xml)).expect(201);
    assertThat(made.at("/bpmnXml")).isEqualTo(xml);
    String path = "/processes/" + made.at("/id");
    designer().post(path + "/publish").expect(201);
    assertThat(designer().get(path + "/export?version=1").body())
        .isEqualTo(xml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aZipBringsTheModelWithItsDecisionsAndForms() throws IOException {
    String key = Names.unique("bundle");
    Map<String, String> files = new LinkedHashMap<>();
    files.put("src/" + key + ".bpmn", Models.executable(key));
    files.put("src/" + key + ".dmn", Models.decision(key + "-decision"));
    files.put("src/forms/" + key + ".form", FORM.formatted(key + "-form"));
    files.put("src/readme.md", "hello");
    Answer imported = designer().upload("/processes/import", "bundle.zip", zip(files)).expect(201);
    assertThat(imported.json().get("files")).hasSize(3);
    assertThat(imported.at("/ignored/0")).isEqualTo("src/readme.md");
    String path = "/processes/" + imported.at("/id");
    Answer published = designer().post(path + "/publish").expect(201);
    assertThat(published.json().get("resources")).hasSize(3);
    files.remove("src/readme.md");
    assertThat(unzip(designer().get(path + "/export").expect(200).body())).isEqualTo(files);
    assertThat(unzip(designer().get(path + "/export?version=1").body())).isEqualTo(files);
    assertThat(designer().get(path + "/export?format=bpmn").text())
        .isEqualTo(Models.executable(key));
    byte[] again = designer().get(path + "/export").body();
    designer()
        .upload("/processes/import", "bundle.zip", again)
        .expectProblem(409, "process-key-taken");
    Answer updated =
        designer().upload("/processes/import?onConflict=update", "b.zip", again).expect(200);
    assertThat(updated.at("/id")).isEqualTo(imported.at("/id"));
    designer().post(path + "/publish").expect(200);
  }

  @Test
  void anImportedModelReplacesADraftOnlyWhenAsked() {
    String key = Names.unique("conflict");
    byte[] first = Models.executable(key).getBytes(StandardCharsets.UTF_8);
    byte[] second = Models.executable(key, "Other").getBytes(StandardCharsets.UTF_8);
    Answer made = designer().upload("/processes/import", "a.bpmn", first).expect(201);
    Answer refused =
        designer()
            .upload("/processes/import", "b.bpmn", second)
            .expectProblem(409, "process-key-taken");
    assertThat(refused.at("/processId")).isEqualTo(made.at("/id"));
    assertThat(designer().get("/processes/" + made.at("/id") + "/export").body()).isEqualTo(first);
    designer().upload("/processes/import?onConflict=update", "b.bpmn", second).expect(200);
    assertThat(designer().get("/processes/" + made.at("/id") + "/export").body()).isEqualTo(second);
    designer()
        .upload("/processes/import?onConflict=maybe", "b.bpmn", second)
        .expectProblem(422, "invalid-on-conflict");
  }

  @Test
  void badFilesAreRefusedWithTheReason() throws IOException {
    refused("x.bpmn", "<definitions", 422, "malformed-xml");
    refused("x.bpmn", "no xml at all", 422, "malformed-xml");
    refused("x.bpmn", "", 422, "malformed-xml");
    refused("x.bpmn", "<html/>", 422, "invalid-bpmn");
    refused("x.dmn", Models.decision("d"), 422, "invalid-import");
    refused("x.bpmn", Models.withoutProcess(), 422, "invalid-bpmn-without-process");
    refused(
        "x.bpmn",
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Models.withoutProcess(),
        422,
        "malformed-xml");
    refused("x.bpmn", "<a>".repeat(5000) + "</a>".repeat(5000), 422, "invalid-bpmn");
    refusedZip(Map.of("../a.bpmn", Models.executable("a")), "invalid-zip");
    refusedZip(Map.of("a.form", "{}"), "invalid-import");
    refusedZip(
        Map.of("a.bpmn", Models.executable("a"), "b.bpmn", Models.executable("b")),
        "invalid-import");
    refusedZip(Map.of("a.bpmn", Models.executable("a"), "b.form", "[]"), "invalid-form");
    designer().post("/processes/import").expect(415);
  }

  @Test
  void aFileOf20MegabytesIsTooLarge() {
    designer()
        .upload("/processes/import", "big.bpmn", new byte[20_000_000])
        .expectProblem(413, "too-large");
    String xml = Models.executable("big") + " ".repeat(20_000_000);
    designer()
        .post("/processes", Map.of("name", "big", "bpmnXml", xml))
        .expectProblem(413, "model-too-large");
  }

  @Test
  void decisionsAndFormsAreAddedChangedAndRemoved() {
    String key = Names.unique("files");
    String id =
        designer()
            .post("/processes", Map.of("name", key, "bpmnXml", Models.executable(key)))
            .at("/id");
    String form = "/processes/" + id + "/resources/forms/check.form";
    Answer added = designer().put(form, FORM.formatted(key)).expect(201);
    assertThat(added.at("/kind")).isEqualTo("FORM");
    assertThat(added.header("Location")).isEqualTo(form);
    designer().put(form, FORM.formatted(key + "2")).expectProblem(428, "if-match-required");
    designer()
        .with("If-Match", added.header("ETag"))
        .put(form, FORM.formatted(key + "2"))
        .expect(200);
    assertThat(designer().get(form).expect(200).text()).isEqualTo(FORM.formatted(key + "2"));
    JsonNode files = designer().get("/processes/" + id + "/resources").expect(200).json();
    assertThat(files.get("items")).hasSize(2);
    assertThat(files.at("/items/0/kind").asText()).isEqualTo("BPMN");
    designer().delete(form).expect(204);
    designer().get(form).expectProblem(404, "process-file-not-found");
    designer().delete(form).expectProblem(404, "process-file-not-found");
  }

  @Test
  void aFileMustBeWhatItsNameSays() {
    String key = Names.unique("badfiles");
    String id =
        designer()
            .post("/processes", Map.of("name", key, "bpmnXml", Models.executable(key)))
            .at("/id");
    String path = "/processes/" + id + "/resources/";
    designer().put(path + "a.form", "[1]").expectProblem(422, "invalid-form");
    designer().put(path + "a.form", "{").expectProblem(422, "invalid-form");
    designer().put(path + "a.form").expectProblem(422, "invalid-form");
    designer().put(path + "a.dmn", "<x/>").expectProblem(422, "invalid-dmn");
    designer().put(path + "a.exe", "x").expectProblem(422, "invalid-resource-kind");
    designer().put(path + "a.bpmn", "<x/>").expectProblem(422, "invalid-resource-kind");
    designer().put(path + "..form", "{}").expectProblem(422, "invalid-resource-name");
    designer()
        .put(path + "big.form", "{\"a\":\"" + "x".repeat(1_100_000) + "\"}")
        .expectProblem(413, "model-too-large");
    assertThat(designer().get(path + "..%2F..%2Fa.form").status()).isBetween(400, 499);
    assertThat(designer().get("/processes/" + id + "/resources").json().get("items")).hasSize(1);
  }

  private void refused(String filename, String content, int status, String code) {
    designer()
        .upload("/processes/import", filename, content.getBytes(StandardCharsets.UTF_8))
        .expectProblem(status, code);
  }

  private void refusedZip(Map<String, String> files, String code) throws IOException {
    designer().upload("/processes/import", "x.zip", zip(files)).expectProblem(422, code);
  }

  private Caller designer() {
    return api.as("designer", Roles.DESIGNER);
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> unzip(byte[] zip) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
