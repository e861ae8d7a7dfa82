package io.flowmaster.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Processes in and out as files; what comes out is byte for byte what went in. */
public interface ProcessExchange {

  /**
   * Makes a draft of a BPMN file, or of a zip with one BPMN and its decisions and forms; folders
   * stay part of the names.
   *
   * @param filename as the sender calls it; only a safe name is kept
   * @param mayUpdate whether the draft of a process with the same key may be replaced. A zip
   *     replaces all its files, a BPMN file only the model
   * @throws KeyTaken when there is a process with the key and it may not be updated
   */
  Imported importFile(String filename, byte[] content, boolean mayUpdate);

  /**
   * The draft or a published version as one file.
   *
   * @param version null for the draft; who does not design gets the latest version then
   * @param format null for a zip when there are decisions or forms, else BPMN
   */
  Exported export(ProcessId id, @Nullable Integer version, @Nullable Format format);

  /** The form of an export. */
  enum Format {
    BPMN,
    ZIP
  }

  /**
   * What an import brought.
   *
   * @param created false when a draft was replaced
   * @param files the names of the files of the draft now
   * @param ignored names in the zip that are no BPMN, decision or form
   */
  record Imported(ProcessView process, boolean created, List<String> files, List<String> ignored) {
    public Imported {
      files = List.copyOf(files);
      ignored = List.copyOf(ignored);
    }
  }

  /** A file to save. */
  record Exported(String filename, Format format, byte[] content) {}
}
