package io.flowmaster.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.documents.EntityType;
import io.flowmaster.documents.ExtractedField;
import io.flowmaster.documents.ExtractedLine;
import io.flowmaster.platform.InvalidValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ExtractionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void numbersWithCheckDigitsCountOnlyWhenTheyAreRight() {
    String text =
        """
        DE89 3704 0044 0532 0130 00 and DE88370400440532013000 and GB82WEST12345698765432.
        VAT DE136695976 or DE136695978, ATU13585627, FR83404833048, NL004495445B01, IT00743110157.
        LEI 529900T8BM49AURSDO55 but not 529900T8BM49AURSDO56.
        """;
    assertThat(normalized(text, EntityType.IBAN))
        .containsExactly("DE89370400440532013000", "GB82WEST12345698765432");
    assertThat(normalized(text, EntityType.VAT_ID))
        .containsExactly(
            "DE136695976", "ATU13585627", "FR83404833048", "NL004495445B01", "IT00743110157");
    assertThat(normalized(text, EntityType.LEI)).containsExactly("529900T8BM49AURSDO55");
  }

  @Test
  void datesAndAmountsAreReadAsTheirLanguageWritesThem() {
    assertThat(normalized("Am 3.11.2026, 5. März 2026, 2026-02-28, 30.02.2026", EntityType.DATE))
        .containsExactly("2026-11-03", "2026-03-05", "2026-02-28");
    assertThat(normalized("on 07/22/2026 and March 3rd, 2026 and 4 May 2026", EntityType.DATE))
        .containsExactly("2026-07-22", "2026-03-03", "2026-05-04");
    assertThat(normalized("1.234,50 € und EUR 1.234 und CHF 1'200.00", EntityType.AMOUNT))
        .containsExactly("1234.50 EUR", "1234.00 EUR", "1200.00 CHF");
    assertThat(Amounts.parse("1,234", "en")).isEqualByComparingTo("1234");
    assertThat(Amounts.parse("1,234", "de")).isEqualByComparingTo("1.234");
    assertThat(Amounts.parse("12.345.678,9", null)).isEqualByComparingTo("12345678.9");
  }

  @Test
  void addressesPhonesAndMailsHaveTheirPlaces() {
    String text =
        "Musterbau GmbH\nLindenstraße 12\n10115 Berlin\nTel. 030 1234567\nor +49 30 1234568, A.B@Example.com"
            + "\n14 Mill Road, Cambridge CB1 2AB";
    List<Found> found = Entities.in(text, "de", Set.of());
    assertThat(normalized(text, EntityType.ADDRESS))
        .containsExactly("Lindenstraße 12, 10115 Berlin", "14 Mill Road, Cambridge CB1 2AB");
    assertThat(normalized(text, EntityType.PHONE)).containsExactly("0301234567", "+49301234568");
    assertThat(normalized(text, EntityType.EMAIL)).containsExactly("a.b@example.com");
    assertThat(found)
        .allSatisfy(
            each -> assertThat(text.substring(each.start(), each.end())).isEqualTo(each.value()));
  }

  /** The committed set, as PDF files that are read as any upload is. */
  @Test
  void fieldsOfTheCommittedSetAreFound() throws IOException {
    ForkedReader reader =
        new ForkedReader(
            ForkedReaderTest.properties(50_000, Duration.ofSeconds(60), DataSize.ofMegabytes(256)));
    int right = 0;
    int all = 0;
    List<String> wrong = new ArrayList<>();
    try {
      for (String name : List.of("german", "english", "thousands", "american", "letter")) {
        Reading reading =
            reader.read(new ByteArrayInputStream(MadeFiles.pdf(resource(name + ".txt"))), name);
        ReadText read = ReadText.of(reading.pages(), Languages.of(reading.pages().get(0).text()));
        Map<String, ExtractedField> fields = fields(read, List.of(), Map.of());
        for (Map.Entry<String, JsonNode> each :
            JSON.readTree(resource(name + ".json")).properties()) {
          ExtractedField found = fields.get(each.getKey());
          all++;
          if (found != null && found.normalized().equals(each.getValue().asText())) {
            right++;
          } else {
            wrong.add(name + "." + each.getKey() + ": " + found);
          }
        }
      }
    } finally {
      reader.destroy();
    }
    assertThat(right / (double) all).as("%s", wrong).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void linesOfAnInvoiceAddUp() throws IOException {
    List<ExtractedLine> lines = LineItems.in(ReadText.of(resource("german.txt")));
    assertThat(lines)
        .extracting(ExtractedLine::description)
        .containsExactly("Schreibtisch Eiche", "Montage");
    assertThat(lines.get(0).amount()).isEqualByComparingTo(new BigDecimal("399.00"));
    assertThat(lines).allSatisfy(each -> assertThat(each.confidence()).isGreaterThan(0.9));
  }

  @Test
  void whatAgreesIsSurerThanWhatDoesNot() throws IOException {
    ReadText read = ReadText.of(resource("german.txt"));
    ExtractedField total = fields(read, List.of(), Map.of()).get("total");
    assertThat(total.sources()).contains("label", "shape", "arithmetic");
    assertThat(total.confidence()).isGreaterThan(0.95);
    ReadText odd =
        ReadText.of("Rechnung Nr. 1\nGesamtbetrag 100,00 EUR\nEin anderer Betrag 250,00 EUR");
    assertThat(fields(odd, List.of(), Map.of()).get("total").confidence()).isLessThan(0.8);
  }

  @Test
  void anXmlInvoiceIsReadExactlyInBothSyntaxes() {
    byte[] ubl =
        MadeFiles.text(
            """
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:b="urn:b" xmlns:a="urn:a">
             <b:ID>X-1</b:ID><b:IssueDate>2026-11-01</b:IssueDate><b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>
             <a:AccountingSupplierParty><a:Party><a:PartyTaxScheme><b:CompanyID>DE136695976</b:CompanyID></a:PartyTaxScheme>
             <a:PartyLegalEntity><b:RegistrationName>Musterbau GmbH</b:RegistrationName></a:PartyLegalEntity></a:Party></a:AccountingSupplierParty>
             <a:TaxTotal><b:TaxAmount currencyID="EUR">19.00</b:TaxAmount></a:TaxTotal>
             <a:LegalMonetaryTotal><b:TaxExclusiveAmount>100.00</b:TaxExclusiveAmount><b:TaxInclusiveAmount>119.00</b:TaxInclusiveAmount></a:LegalMonetaryTotal>
             <a:InvoiceLine><b:InvoicedQuantity>2</b:InvoicedQuantity><b:LineExtensionAmount>100.00</b:LineExtensionAmount>
             <a:Item><b:Name>Desk</b:Name></a:Item><a:Price><b:PriceAmount>50.00</b:PriceAmount></a:Price></a:InvoiceLine>
            </Invoice>
            """);
    byte[] cii =
        MadeFiles.text(
            """
            <r:CrossIndustryInvoice xmlns:r="urn:r" xmlns:a="urn:a" xmlns:u="urn:u">
             <r:ExchangedDocument><a:ID>X-1</a:ID><a:IssueDateTime><u:DateTimeString format="102">20261101</u:DateTimeString></a:IssueDateTime></r:ExchangedDocument>
             <r:SupplyChainTradeTransaction>
              <a:IncludedSupplyChainTradeLineItem><a:SpecifiedTradeProduct><a:Name>Desk</a:Name></a:SpecifiedTradeProduct>
               <a:SpecifiedLineTradeAgreement><a:NetPriceProductTradePrice><a:ChargeAmount>50.00</a:ChargeAmount></a:NetPriceProductTradePrice></a:SpecifiedLineTradeAgreement>
               <a:SpecifiedLineTradeDelivery><a:BilledQuantity unitCode="H87">2</a:BilledQuantity></a:SpecifiedLineTradeDelivery>
               <a:SpecifiedLineTradeSettlement><a:SpecifiedTradeSettlementLineMonetarySummation><a:LineTotalAmount>100.00</a:LineTotalAmount></a:SpecifiedTradeSettlementLineMonetarySummation></a:SpecifiedLineTradeSettlement>
              </a:IncludedSupplyChainTradeLineItem>
              <a:ApplicableHeaderTradeAgreement><a:SellerTradeParty><a:Name>Musterbau GmbH</a:Name>
               <a:SpecifiedTaxRegistration><a:ID schemeID="FC">12/345</a:ID></a:SpecifiedTaxRegistration>
               <a:SpecifiedTaxRegistration><a:ID schemeID="VA">DE136695976</a:ID></a:SpecifiedTaxRegistration></a:SellerTradeParty></a:ApplicableHeaderTradeAgreement>
              <a:ApplicableHeaderTradeSettlement><a:InvoiceCurrencyCode>EUR</a:InvoiceCurrencyCode>
               <a:SpecifiedTradeSettlementHeaderMonetarySummation><a:TaxBasisTotalAmount>100.00</a:TaxBasisTotalAmount>
                <a:TaxTotalAmount currencyID="EUR">19.00</a:TaxTotalAmount><a:GrandTotalAmount>119.00</a:GrandTotalAmount></a:SpecifiedTradeSettlementHeaderMonetarySummation></a:ApplicableHeaderTradeSettlement>
             </r:SupplyChainTradeTransaction>
            </r:CrossIndustryInvoice>
            """);
    for (byte[] xml : List.of(ubl, cii)) {
      ReadText read = ReadText.of("Rechnung Nr. X-2\nGesamtbetrag 119,00 EUR");
      TextExtraction found =
          TextExtraction.of(
              read, List.of(new Reading.Xml("factur-x.xml", xml)), sender -> Map.of());
      Map<String, ExtractedField> fields = Agreement.of(found.candidates(), read);
      assertThat(found.exact()).isTrue();
      assertThat(found.sender()).isEqualTo("vat:DE136695976");
      assertThat(fields.get("invoiceNumber").normalized()).isEqualTo("X-1");
      assertThat(fields.get("invoiceDate").normalized()).isEqualTo("2026-11-01");
      assertThat(fields.get("supplier").normalized()).isEqualTo("Musterbau GmbH");
      assertThat(fields.get("total").normalized()).isEqualTo("119.00");
      assertThat(fields.get("total").confidence()).isEqualTo(1);
      assertThat(fields.get("total").value()).isEqualTo("119,00");
      assertThat(found.lines())
          .singleElement()
          .satisfies(line -> assertThat(line.unitPrice()).isEqualByComparingTo("50"));
    }
    assertThat(
            XmlInvoice.of(
                MadeFiles.text(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Invoice>&e;</Invoice>")))
        .isEmpty();
  }

  @Test
  void aCorrectionTeachesWhatStandsBeforeTheValue() {
    ReadText first =
        ReadText.of("Weber KG\nVorgang   W-100\nStichtag   01.10.2026\nSumme fällig   90,00");
    ReadText next =
        ReadText.of("Weber KG\nVorgang   W-217\nStichtag   09.12.2026\nSumme fällig   1.180,00");
    Map<String, String> labels = new HashMap<>();
    Map.of("invoiceNumber", "W-100", "invoiceDate", "2026-10-01", "total", "90.00")
        .forEach(
            (field, value) ->
                LearnedLabels.learn(field, value, first).ifPresent(l -> labels.put(field, l)));
    assertThat(labels)
        .containsEntry("invoiceNumber", "Vorgang")
        .containsEntry("total", "Summe fällig");
    Map<String, ExtractedField> fields = fields(next, List.of(), labels);
    assertThat(fields.get("invoiceNumber").normalized()).isEqualTo("W-217");
    assertThat(fields.get("invoiceDate").normalized()).isEqualTo("2026-12-09");
    assertThat(fields.get("total").normalized()).isEqualTo("1180.00");
    assertThat(fields.get("total").sources()).contains("template");
  }

  @Test
  void aSchemasFieldsAreFoundByTheirNamesAndTitles() throws IOException {
    JsonNode schema =
        JSON.readTree(
            """
            {"type": "object", "properties": {"grand_total": {"type": "number"}, "rechnungsnummer": {"type": "string"},
             "kunde_nr": {"type": "integer", "title": "Kundennummer"}, "start": {"type": "string", "format": "date", "title": "Beginn"}}}
            """);
    ReadText read =
        ReadText.of(
            "Rechnung Nr. A-7\nKundennummer: 0815\nBeginn: 3. Mai 2026\nGesamtbetrag 12,50 EUR");
    WishedFields wished = new WishedFields(schema);
    TextExtraction found = TextExtraction.of(read, List.of(), sender -> Map.of());
    Map<String, ExtractedField> fields = Agreement.of(wished.among(found.candidates(), read), read);
    assertThat(fields.get("grand_total").normalized()).isEqualTo("12.50");
    assertThat(fields.get("rechnungsnummer").normalized()).isEqualTo("A-7");
    assertThat(fields.get("kunde_nr").normalized()).isEqualTo("0815".replaceFirst("^0", ""));
    assertThat(fields.get("start").normalized()).isEqualTo("2026-05-03");
    assertThatThrownBy(() -> new WishedFields(JSON.readTree("{\"type\": \"string\"}")))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void aHostileTextTakesNoLongerThanAnother() {
    String text =
        ("A".repeat(3_000)
                + " "
                + "1 ".repeat(3_000)
                + "DE12 ".repeat(2_000)
                + "Aa ".repeat(5_000)
                + "1.111".repeat(3_000)
                + "\n")
            .repeat(4);
    long began = System.nanoTime();
    TextExtraction.of(ReadText.of(text), List.of(), sender -> Map.of());
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  private static List<String> normalized(String text, EntityType type) {
    return Entities.in(text, Languages.of(text), Set.of(type)).stream()
        .map(Found::normalized)
        .toList();
  }

  private static Map<String, ExtractedField> fields(
      ReadText read, List<Reading.Xml> xml, Map<String, String> labels) {
    return Agreement.of(TextExtraction.of(read, xml, sender -> labels).candidates(), read);
  }

  static String resource(String name) throws IOException {
    try (var in =
        ExtractionTest.class.getResourceAsStream("/io/flowmaster/documents/invoices/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
