package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

  @ParameterizedTest
  @CsvSource({
    "offer.pdf, offer.pdf",
    "../../etc/passwd, passwd",
    "C:\\temp\\x.txt, x.txt",
    "'a\"b\r\nc.txt', a_b__c.txt",
    "'..', attachment",
    "'', attachment",
    "'\u202Egpj.exe', _gpj.exe"
  })
  void aNameIsHarmless(String given, String kept) {
    assertThat(FileNames.safe(given)).isEqualTo(kept);
  }

  @org.junit.jupiter.api.Test
  void aLongNameKeepsItsExtension() {
    assertThat(FileNames.safe("x".repeat(400) + ".docx")).hasSize(255).endsWith("x.docx");
  }

  @ParameterizedTest
  @CsvSource({
    "'Text/Plain; charset=utf-8', text/plain",
    "nonsense, application/octet-stream",
    "'a/b\r\nX: y', application/octet-stream"
  })
  void aMediaTypeIsOneOrUnknown(String given, String kept) {
    assertThat(FileNames.mediaType(given)).isEqualTo(kept);
  }
}
