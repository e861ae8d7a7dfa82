package io.flowmaster.processes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmaster.platform.InvalidValue;
import io.flowmaster.processes.ModelTooLarge;
import io.flowmaster.processes.Resource;
import io.flowmaster.processes.ResourceKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipBundleTest {
  private static final long LARGEST = 100_000;

  @Test
  void whatIsWrittenIsReadBack() {
    List<Resource> files =
        List.of(
            new Resource("order.bpmn", ResourceKind.BPMN, bytes("<a/>")),
            new Resource("forms/Prüfung 1.form", ResourceKind.FORM, bytes("{}")));
    byte[] zip = ZipBundle.write(files);
    assertThat(ZipBundle.isZip(zip)).isTrue();
    assertThat(ZipBundle.read(zip, LARGEST).files()).isEqualTo(files);
    assertThat(ZipBundle.write(files)).isEqualTo(zip);
  }

  @Test
  void foldersAndWhatSystemsLeaveBehindAreSkipped() {
    byte[] zip =
        zip("dir/", "dir/a.bpmn", "__MACOSX/dir/._a.bpmn", "dir/.DS_Store", "dir/notes.md");
    ZipBundle bundle = ZipBundle.read(zip, LARGEST);
    assertThat(bundle.files()).extracting(Resource::name).containsExactly("dir/a.bpmn");
    assertThat(bundle.ignored()).containsExactly("dir/notes.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.bpmn", "a/../../b.bpmn", "/etc/a.bpmn", "C:\\a.bpmn", "..\\a.bpmn"})
  void aNameThatPointsOutsideIsRefused(String name) {
    assertThatThrownBy(() -> ZipBundle.read(zip(name), LARGEST)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aBombIsNotUnpacked() {
    byte[] zeros = new byte[3_000_000];
    byte[] zip = zip("a.form", zeros);
    assertThat(zip.length).isLessThan(10_000);
    assertThatThrownBy(() -> ZipBundle.read(zip, 100_000_000)).isInstanceOf(ModelTooLarge.class);
    assertThatThrownBy(() -> ZipBundle.read(zip, LARGEST)).isInstanceOf(ModelTooLarge.class);
  }

  @Test
  void aBombAmongWhatIsSkippedIsNotUnpackedEither() {
    assertThatThrownBy(() -> ZipBundle.read(zip("readme.md", new byte[3_000_000]), LARGEST))
        .isInstanceOf(ModelTooLarge.class);
  }

  @Test
  void aZipHasAtMost500Entries() {
    String[] names = new String[501];
    for (int i = 0; i < names.length; i++) {
      names[i] = i + ".form";
    }
    assertThatThrownBy(() -> ZipBundle.read(zip(names), LARGEST)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aBrokenZipIsRefused() {
    byte[] zip = zip("a.form", bytes("{}".repeat(1000)));
    byte[] cut = Arrays.copyOf(zip, 40);
    assertThatThrownBy(() -> ZipBundle.read(cut, LARGEST)).isInstanceOf(InvalidValue.class);
    byte[] noise = zip.clone();
    Arrays.fill(noise, 38, 50, (byte) 0xFF);
    assertThatThrownBy(() -> ZipBundle.read(noise, LARGEST)).isInstanceOf(InvalidValue.class);
  }

  private static byte[] zip(String... names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          out.write(bytes("x"));
        }
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) {
    return ZipBundle.write(List.of(new Resource(name, ResourceKind.FORM, content)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
