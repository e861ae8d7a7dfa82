package io.flowmaster.knowledge.internal;

import io.flowmaster.models.Embeddings;
import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonalData;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the platform has to know of knowledge, and where its index is. */
@Configuration(proxyBeanMethods = false)
class KnowledgeSurface {

  /** Opened for a tenant when somebody of it asks. */
  @Bean
  PassageIndex passageIndex(KnowledgeProperties properties, Embeddings embeddings) {
    return new LucenePassageIndex(
        new IndexDirectories(Path.of(properties.directory())), embeddings);
  }

  /** What the texts say of people is the collection's: who keeps it has to judge it. */
  @Bean
  PersonalData knowledgePersonalData(JdbcClient jdbc) {
    return new PersonColumns(
        jdbc,
        "knowledge",
        List.of(
            "knowledge_collection.created_by",
            "knowledge_collection.updated_by",
            "knowledge_source.created_by"));
  }
}
