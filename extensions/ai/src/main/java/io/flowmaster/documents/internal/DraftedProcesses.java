package io.flowmaster.documents.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.documents.DocumentDrafted;
import io.flowmaster.documents.DocumentNotReady;
import io.flowmaster.documents.DocumentProcess;
import io.flowmaster.documents.DocumentProcesses;
import io.flowmaster.documents.DocumentStatus;
import io.flowmaster.documents.DocumentView;
import io.flowmaster.documents.Documents;
import io.flowmaster.documents.DraftRefused;
import io.flowmaster.documents.NoProcedureFound;
import io.flowmaster.documents.internal.Diagram.Node;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.tools.PlatformApi;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Drafts processes by rules and hands them to the platform's own API. */
@Component
class DraftedProcesses implements DocumentProcesses {
  private final Documents documents;
  private final PlatformApi platform;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DraftedProcesses(
      Documents documents,
      PlatformApi platform,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.documents = documents;
    this.platform = platform;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public DocumentProcess draft(String document, @Nullable String name) {
    DocumentView view = documents.get(document);
    if (view.status() != DocumentStatus.READY) {
      throw new DocumentNotReady(document, view.status());
    }
    ReadText read = ReadText.of(documents.pages(document), view.language());
    Procedure procedure = ProcedureReader.of(read);
    if (procedure.steps().isEmpty()) {
      throw new NoProcedureFound(document);
    }
    boolean german = "de".equals(view.language());
    String nobody = german ? "Ohne Rolle" : "No role said";
    Diagram diagram = new Diagram(procedure, nobody);
    String named = name == null ? named(view) : name;
    String xml = DiagramXml.of(diagram, key(named), named, node -> documentation(node, view, read));
    String process = created(named, view, xml);
    events.publishEvent(
        new DocumentDrafted(
            current.tenant(), document, process, named, diagram.tasks(), clock.instant()));
    return new DocumentProcess(
        process,
        named,
        "/designer/processes/" + process,
        diagram.lanes(),
        diagram.tasks(),
        diagram.decisions(),
        links(diagram, read),
        notes(diagram, nobody));
  }

  private String created(String name, DocumentView view, String xml) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", name);
    body.put(
        "description", "Drafted from the document " + view.filename() + " (" + view.id() + ")");
    body.put("bpmnXml", xml);
    body.putArray("tags").add("from-document");
    PlatformApi.Answer answer = platform.call(PlatformApi.Request.post("/processes", body));
    if (!answer.ok()) {
      throw new DraftRefused(answer.body().path("detail").asText("status " + answer.status()));
    }
    return answer.body().path("id").asText();
  }

  private static String named(DocumentView view) {
    String title = view.title();
    String name =
        title == null || title.isBlank()
            ? view.filename().replaceAll("\\.[A-Za-z0-9]{1,5}$", "").replace('_', ' ')
            : title;
    String clean = name.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.length() > 200 ? clean.substring(0, 200) : clean;
  }

  /** A name that no other process has: one document may be drafted twice. */
  private String key(String name) {
    String plain =
        java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String begin = plain.length() > 60 ? plain.substring(0, 60) : plain;
    return "doc-" + (begin.isEmpty() ? "" : begin + "-") + Long.toString(clock.millis(), 36);
  }

  private static String documentation(Node node, DocumentView view, ReadText read) {
    if (node.source() == null) {
      return "";
    }
    String where =
        "“%s” (%s, page %d)"
            .formatted(node.source().sentence(), view.filename(), read.page(node.source().start()));
    return (node.description().isEmpty() ? where : node.description() + "\n" + where)
        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
  }

  private static List<DocumentProcess.Link> links(Diagram diagram, ReadText read) {
    List<DocumentProcess.Link> links = new ArrayList<>();
    for (Node node : diagram.nodes()) {
      Procedure.Source source = node.source();
      if (source != null) {
        links.add(
            new DocumentProcess.Link(
                node.id(),
                node.name(),
                read.page(source.start()),
                source.start(),
                source.end(),
                source.sentence()));
      }
    }
    return links;
  }

  private static List<String> notes(Diagram diagram, String nobody) {
    List<String> notes = new ArrayList<>();
    long without =
        diagram.nodes().stream()
            .filter(node -> node.kind() == Diagram.Kind.TASK && node.lane().equals(nobody))
            .count();
    if (without > 0) {
      notes.add("No role is said for " + without + " tasks; they are in the lane " + nobody + ".");
    }
    if (diagram.decisions() > 0) {
      notes.add("Each decision reads a variable named like it; bind it to what decides.");
    }
    return notes;
  }
}
