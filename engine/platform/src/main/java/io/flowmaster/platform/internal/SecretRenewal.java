package io.flowmaster.platform.internal;

import io.flowmaster.platform.SecretCipher;
import io.flowmaster.platform.SecretColumn;
import io.flowmaster.platform.SecretUnreadable;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Encrypts with the key of today what an older key encrypted. */
@Component
class SecretRenewal {
  private static final Logger LOG = LoggerFactory.getLogger(SecretRenewal.class);
  private static final int BATCH = 200;
  private final JdbcClient jdbc;
  private final SecretCipher cipher;
  private final List<SecretColumn> columns;

  SecretRenewal(JdbcClient jdbc, SecretCipher cipher, List<SecretColumn> columns) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.columns = columns;
  }

  /** Harmless when several nodes do it at once: a text that another has renewed is not found. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
  void run() {
    for (SecretColumn column : columns) {
      int renewed = renew(column);
      if (renewed > 0) {
        LOG.info("{} secrets of {} encrypted with the key of today", renewed, column.table());
      }
    }
  }

  private int renew(SecretColumn column) {
    int renewed = 0;
    String after = "";
    List<String> texts;
    do {
      texts = page(column, after);
      for (String text : texts) {
        renewed += renew(column, text);
        after = text;
      }
    } while (texts.size() == BATCH);
    return renewed;
  }

  private List<String> page(SecretColumn column, String after) {
    return jdbc.sql(
            "select %2$s from %1$s where %2$s > :after order by %2$s limit :limit"
                .formatted(column.table(), column.column()))
        .param("after", after)
        .param("limit", BATCH)
        .query(String.class)
        .list();
  }

  private int renew(SecretColumn column, String text) {
    Optional<String> renewed;
    try {
      renewed = cipher.renew(text);
    } catch (SecretUnreadable e) {
      LOG.warn("A secret of {} stays as it is: {}", column.table(), e.getMessage());
      return 0;
    }
    return renewed.isEmpty()
        ? 0
        : jdbc.sql(
                "update %1$s set %2$s = :renewed where %2$s = :text"
                    .formatted(column.table(), column.column()))
            .param("renewed", renewed.get())
            .param("text", text)
            .update();
  }
}
