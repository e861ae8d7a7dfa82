package io.flowmaster.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class DocumentsIT {
  private final Api api;
  private final Caller ana;

  DocumentsIT(Api api) {
    this.api = api;
    this.ana = api.as("ana");
  }

  @Test
  void anUploadIsReadWithItsLanguageAndTheMediaTypeOfItsContent() {
    String text =
        "The invoice is due on the day that we agreed with you, number " + Names.unique("i");
    Answer made = ana.upload("/documents/upload", "../../etc/pass\u202Ewd.pdf", utf8(text));
    assertThat(made.expect(201).at("/filename")).isEqualTo("passwd.pdf");
    assertThat(made.at("/mediaType")).isEqualTo("text/plain");
    assertThat(made.at("/status")).isEqualTo("RECEIVED");
    JsonNode read = settled(ana, made.header("Location"));
    assertThat(read.path("status").asText()).as(read.toString()).isEqualTo("READY");
    assertThat(read.path("language").asText()).isEqualTo("en");
    assertThat(read.path("pages").asInt()).isEqualTo(1);
    JsonNode page = ana.get(made.header("Location") + "/text").expect(200).json().at("/items/0");
    assertThat(page.path("text").asText().strip()).isEqualTo(text);
    assertThat(page.at("/blocks/0/end").asInt()).isEqualTo(text.length());
    Answer plain = ana.with("Accept", "text/plain").get(made.header("Location") + "/text");
    assertThat(plain.expect(200).text().strip()).isEqualTo(text);
    Answer content = ana.get(made.header("Location") + "/content").expect(200);
    assertThat(content.text()).isEqualTo(text);
    assertThat(content.header("Content-Disposition")).startsWith("attachment");
    assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void theSameContentIsKeptOnceForWhoSeesIt() {
    byte[] content = utf8("same " + Names.unique("same"));
    Answer first = ana.upload("/documents/upload", "a.txt", content).expect(201);
    Answer again = ana.upload("/documents/upload", "b.txt", content).expect(200);
    assertThat(again.at("/id")).isEqualTo(first.at("/id"));
    Answer bob = api.as("bob").upload("/documents/upload", "c.txt", content).expect(201);
    assertThat(bob.at("/id")).isNotEqualTo(first.at("/id"));
    ana.delete(first.header("Location")).expect(204);
    ana.get(first.header("Location")).expectProblem(404, "document-not-found");
    assertThat(api.as("bob").get(bob.header("Location") + "/content").expect(200).body())
        .isEqualTo(content);
  }

  @Test
  void onlyWhomItIsSharedWithSeesIt() {
    Answer made = ana.upload("/documents/upload", "a.txt", utf8(Names.unique("mine"))).expect(201);
    String path = made.header("Location");
    Caller bob = api.as("bob");
    bob.get(path).expectProblem(404, "document-not-found");
    bob.get(path + "/content").expectProblem(404, "document-not-found");
    bob.get(path + "/text").expectProblem(404, "document-not-found");
    assertThat(bob.get("/documents?limit=200").expect(200).text()).doesNotContain(made.at("/id"));
    assertThat(api.admin().get(path).expect(200).at("/createdBy")).isEqualTo("ana");
    bob.put(path + "/readers", Map.of("readers", List.of("user:bob")))
        .expectProblem(404, "document-not-found");
    ana.put(path + "/readers", Map.of("readers", List.of("nobody")))
        .expectProblem(422, "invalid-readers");
    ana.put(path + "/readers", Map.of("readers", List.of("user:bob"))).expect(200);
    bob.get(path).expect(200);
    assertThat(bob.get("/documents?limit=200&count=true").expect(200).text())
        .contains(made.at("/id"));
    bob.delete(path).expectProblem(404, "document-not-found");
    api.otherAdmin().get(path).expectProblem(404, "document-not-found");
    api.otherAdmin().delete(path).expectProblem(404, "document-not-found");
  }

  @Test
  void whatIsNotReadIsRefusedAndWhatCannotBeReadFailsWithItsCause() {
    byte[] program = new byte[200];
    program[0] = 0x7f;
    program[1] = 'E';
    program[2] = 'L';
    program[3] = 'F';
    ana.upload("/documents/upload", "invoice.pdf", program)
        .expectProblem(415, "document-kind-refused");
    ana.upload("/documents/upload", "empty.txt", new byte[0])
        .expectProblem(422, "document-refused");
    ana.upload("/documents/upload", "large.txt", new byte[11_000_000])
        .expectProblem(413, "too-large");
    ana.post("/documents/upload", Map.of()).expect(415);
    Answer broken =
        ana.upload("/documents/upload", "x.pdf", utf8("%PDF-1.7 " + Names.unique("broken")));
    JsonNode failed = settled(ana, broken.expect(201).header("Location"));
    assertThat(failed.path("status").asText()).isEqualTo("FAILED");
    assertThat(failed.at("/cause/code").asText()).isEqualTo("broken");
  }

  @Test
  void fieldsAreFoundAndACorrectionTeachesTheNextTime() {
    String domain = Names.unique("sender") + ".example";
    String path =
        read(
            "Weber "
                + domain
                + "\nrechnung@"
                + domain
                + "\nVorgang   W-100\nRechnungsdatum 01.10.2026\n"
                + "Gesamtbetrag 90,00 EUR\nTeil 120,00 EUR");
    Answer found = ana.post(path + "/extract", Map.of()).expect(200);
    JsonNode total = found.json().at("/fields/total");
    assertThat(total.path("normalized").asText()).isEqualTo("90.00");
    assertThat(found.json().at("/fields/invoiceNumber").isMissingNode()).isTrue();
    String review = "/documents/reviews/" + found.at("/review");
    assertThat(ana.get("/documents/reviews?status=OPEN&limit=200").expect(200).text())
        .contains(found.at("/review"));
    api.as("bob").get(review).expectProblem(404, "review-not-found");
    api.as("bob").put(review, Map.of("fields", Map.of())).expectProblem(404, "review-not-found");
    ana.put(review, Map.of("fields", Map.of("nonsense", "1"))).expectProblem(422, "invalid-field");
    Answer done = ana.put(review, Map.of("fields", Map.of("invoiceNumber", "W-100"))).expect(200);
    assertThat(done.at("/status")).isEqualTo("DONE");
    assertThat(done.at("/reviewedBy")).isEqualTo("ana");
    ana.put(review, Map.of("fields", Map.of())).expectProblem(409, "review-done");
    String next =
        read(
            "Weber "
                + domain
                + "\nrechnung@"
                + domain
                + "\nVorgang   W-217\nRechnungsdatum 09.12.2026\n"
                + "Gesamtbetrag 75,00 EUR");
    Answer better = ana.post(next + "/extract", Map.of("types", List.of("AMOUNT"))).expect(200);
    assertThat(better.at("/fields/invoiceNumber/normalized")).isEqualTo("W-217");
    assertThat(better.at("/templateVersion")).isEqualTo("1");
    assertThat(better.json().path("entities")).hasSize(1);
    JsonNode amount = better.json().at("/entities/0");
    String text = ana.with("Accept", "text/plain").get(next + "/text").text();
    assertThat(text.substring(amount.path("start").asInt(), amount.path("end").asInt()))
        .isEqualTo("75,00 EUR");
    assertThat(ana.get("/documents/templates?limit=200").expect(200).text()).contains(domain);
  }

  @Test
  void whatIsNotReadHasNothingToFindAndABadSchemaIsRefused() {
    Answer broken =
        ana.upload("/documents/upload", "x.pdf", utf8("%PDF-1.7 " + Names.unique("broken")));
    settled(ana, broken.expect(201).header("Location"));
    ana.post(broken.header("Location") + "/extract", Map.of())
        .expectProblem(409, "document-not-ready");
    ana.post(broken.header("Location") + "/extract", Map.of("schema", Map.of("type", "string")))
        .expectProblem(422, "invalid-schema");
    ana.post(broken.header("Location") + "/extract", Map.of("types", List.of("NONSENSE")))
        .expect(400);
  }

  @Test
  void passagesAreFoundByWordsAndByMeaningByWhoMaySeeThem() {
    String word = Names.unique("zephyr").replace("-", "");
    read("The notice period of the " + word + " contract is three months to the end of a quarter.");
    JsonNode hits = ana.get("/documents/search?q=" + word).expect(200).json().path("items");
    assertThat(hits.at("/0/text").asText()).contains(word);
    assertThat(hits.at("/0/page").asInt()).isEqualTo(1);
    assertThat(api.as("bob").get("/documents/search?q=" + word).expect(200).text())
        .doesNotContain(word);
    assertThat(
            ana.get("/documents/search?q=how%20can%20the%20agreement%20be%20cancelled")
                .expect(200)
                .text())
        .contains(word);
    ana.get("/documents/search").expect(400);
  }

  @Test
  void aProcedureBecomesADraftThatTheDesignerCanOpen() {
    Caller designer = api.as("dora", "designer");
    String text =
        "Approval "
            + Names.unique("sop")
            + "\nThe clerk checks the request.\n"
            + "If the amount is above 500 EUR, the director signs the order. Otherwise, the clerk places the order.\n"
            + "The warehouse confirms the delivery.";
    String path =
        designer.upload("/documents/upload", "sop.txt", utf8(text)).expect(201).header("Location");
    settled(designer, path);
    Answer made = designer.post(path + "/process", Map.of("name", "Approval")).expect(201);
    assertThat(made.json().path("roles")).hasSize(3);
    assertThat(made.at("/tasks")).isEqualTo("4");
    assertThat(made.at("/links/0/sentence")).isEqualTo("The clerk checks the request.");
    JsonNode process = designer.get(made.header("Location")).expect(200).json();
    assertThat(process.path("status").asText()).isEqualTo("DRAFT");
    assertThat(process.path("bpmnXml").asText()).contains("BPMNEdge");
    JsonNode checked =
        designer.post(made.header("Location") + "/validate", Map.of()).expect(200).json();
    assertThat(checked.path("valid").asBoolean()).as(checked.toString()).isTrue();
    ana.post(path + "/process", Map.of()).expect(403);
    String prose = read("Nothing to be done here at all " + Names.unique("prose"));
    api.admin().post(prose + "/process", Map.of()).expectProblem(422, "no-procedure-found");
    assertThat(ana.get("/documents/element-templates").expect(200).text())
        .contains("document-extract");
  }

  private String read(String text) {
    String path =
        ana.upload("/documents/upload", "a.txt", utf8(text)).expect(201).header("Location");
    assertThat(settled(ana, path).path("status").asText()).isEqualTo("READY");
    return path;
  }

  static JsonNode settled(Caller caller, String path) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> caller.get(path).expect(200).json(),
            document -> List.of("READY", "FAILED").contains(document.path("status").asText()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
