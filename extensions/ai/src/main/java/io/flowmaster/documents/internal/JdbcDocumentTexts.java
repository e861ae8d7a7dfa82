package io.flowmaster.documents.internal;

import io.flowmaster.platform.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whole texts, for whoever has the right to the document already. */
@Component
class JdbcDocumentTexts {
  private final JdbcClient jdbc;
  private final JdbcPages pages;

  JdbcDocumentTexts(JdbcClient jdbc, JdbcPages pages) {
    this.jdbc = jdbc;
    this.pages = pages;
  }

  ReadText of(TenantId tenant, String document) {
    String language =
        jdbc.sql("select language from documents_document where tenant = :tenant and id = :id")
            .param("tenant", tenant.value())
            .param("id", document)
            .query((row, n) -> String.valueOf(row.getString(1)))
            .optional()
            .filter(each -> !each.equals("null"))
            .orElse(null);
    return ReadText.of(pages.pages(tenant, document, 0, Integer.MAX_VALUE), language);
  }
}
