package io.flowmaster.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.documents.DocumentBlock;
import io.flowmaster.documents.DocumentPage;
import io.flowmaster.documents.internal.Procedure.Decision;
import io.flowmaster.documents.internal.Procedure.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcedureTest {

  @Test
  void sentencesSayWhoDoesWhatAndWhatIsDecided() {
    ReadText read =
        ReadText.of(
            """
            Purpose of this procedure
            The clerk checks the purchase request. The department manager approves the request.
            If the amount is above 5000 EUR, the finance director signs the order. Otherwise, the clerk places the order.
            Finally, the warehouse confirms the delivery.
            """);
    Procedure procedure = ProcedureReader.of(read);
    assertThat(procedure.steps()).hasSize(4);
    assertThat(procedure.steps().get(0))
        .isEqualTo(
            new Task(
                "Check the purchase request",
                "Clerk",
                "",
                new Procedure.Source(26, 64, "The clerk checks the purchase request.")));
    Decision decision = (Decision) procedure.steps().get(2);
    assertThat(decision.question()).isEqualTo("The amount is above 5000 EUR?");
    assertThat(decision.yes()).extracting(Task::role).containsExactly("Finance director");
    assertThat(decision.no()).extracting(Task::name).containsExactly("Place the order");
    assertThat(((Task) procedure.steps().get(3)).role()).isEqualTo("Warehouse");
  }

  @Test
  void germanStepsAreReadToo() {
    Procedure procedure =
        ProcedureReader.of(
            ReadText.of(
                """
                1. Der Sachbearbeiter prüft den Antrag.
                2. Wenn der Betrag über 500 Euro liegt, genehmigt die Leitung den Antrag.
                Andernfalls endet der Prozess.
                3. Buchhaltung: Rechnung bezahlen
                """));
    assertThat(((Task) procedure.steps().get(0)).role()).isEqualTo("Sachbearbeiter");
    Decision decision = (Decision) procedure.steps().get(1);
    assertThat(decision.yes()).extracting(Task::role).containsExactly("Leitung");
    assertThat(((Task) procedure.steps().get(2)).name()).isEqualTo("Rechnung bezahlen");
  }

  @Test
  void aRaciTableGivesEachTaskItsRole() {
    ReadText read =
        table(
            "Activity\tClerk\tManager\tAudit",
            "Collect documents\tR\tA\tI",
            "Approve\tC\tA/R\tI",
            "File\tR\t\t");
    List<Procedure.Step> steps = ProcedureReader.of(read).steps();
    assertThat(steps)
        .extracting(step -> ((Task) step).role())
        .containsExactly("Clerk", "Manager", "Clerk");
    assertThat(((Task) steps.get(0)).others()).isEqualTo("Accountable: Manager; Informed: Audit");
    Procedure.Source source = ((Task) steps.get(1)).source();
    assertThat(read.text().substring(source.start(), source.end())).isEqualTo("Approve\tC\tA/R\tI");
  }

  @Test
  void aTableOfStepsNamesTheRoleInAColumn() {
    List<Procedure.Step> steps =
        ProcedureReader.of(
                table("Nr\tSchritt\tVerantwortlich", "1\tAntrag prüfen\tTeam A", "2\tAblegen\t"))
            .steps();
    assertThat(steps)
        .extracting(step -> ((Task) step).name())
        .containsExactly("Antrag prüfen", "Ablegen");
    assertThat(((Task) steps.get(0)).role()).isEqualTo("Team A");
    assertThat(((Task) steps.get(1)).role()).isNull();
  }

  @Test
  void theDiagramIsWholeAndLaidOut() throws Exception {
    Procedure procedure =
        ProcedureReader.of(
            ReadText.of(
                """
                The clerk checks the request.
                If the request is incomplete, the clerk rejects the request and ends the process.
                The manager approves the request.
                """));
    Diagram diagram = new Diagram(procedure, "No role said");
    assertThat(diagram.lanes()).containsExactly("Clerk", "Manager");
    assertThat(diagram.nodes().stream().filter(node -> node.kind() == Diagram.Kind.END)).hasSize(2);
    for (Diagram.Node node : diagram.nodes()) {
      assertThat(diagram.flows().stream().anyMatch(flow -> flow.to().equals(node)))
          .as(node.id())
          .isEqualTo(node.kind() != Diagram.Kind.START);
      assertThat(diagram.flows().stream().anyMatch(flow -> flow.from().equals(node)))
          .as(node.id())
          .isEqualTo(node.kind() != Diagram.Kind.END);
    }
    String xml = DiagramXml.of(diagram, "sop", "A & B <SOP>", node -> node.name());
    assertThat(xml).contains("A &amp; B &lt;SOP&gt;");
    diagram.nodes().forEach(node -> assertThat(xml).contains("bpmnElement=\"" + node.id() + "\""));
    diagram.flows().forEach(flow -> assertThat(xml).contains("bpmnElement=\"" + flow.id() + "\""));
  }

  private static ReadText table(String... rows) {
    String text = String.join("\n", rows);
    List<DocumentBlock> blocks = new ArrayList<>();
    int at = 0;
    for (String row : rows) {
      blocks.add(new DocumentBlock(DocumentBlock.Kind.TABLE_ROW, 0, at, at + row.length()));
      at += row.length() + 1;
    }
    return ReadText.of(List.of(new DocumentPage(1, 0, text.length(), text, blocks)), "en");
  }
}
