package io.flowmaster.samples;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The files of one sample. */
record Sample(String name) {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private static final Path HOME = Path.of("src/main/resources/samples");

  static List<Sample> all() {
    return list(HOME).map(folder -> new Sample(folder.getFileName().toString())).toList();
  }

  Path diagram() {
    return HOME.resolve(name).resolve(name + ".bpmn");
  }

  Path picture() {
    return Path.of(name, name + ".svg");
  }

  List<Path> files() {
    return list(HOME.resolve(name)).toList();
  }

  BpmnModelInstance model() {
    return Bpmn.readModelFromFile(diagram().toFile());
  }

  JsonNode form(String key) {
    try {
      return JSON.readTree(HOME.resolve(name).resolve(key + ".form").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("No form " + key, e);
    }
  }

  String deployTo(RepositoryService repository) {
    DeploymentBuilder deployment = repository.createDeployment().name(name);
    for (Path file : files()) {
      deployment.addString(file.getFileName().toString(), text(file));
    }
    return deployment.deploy().getId();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
