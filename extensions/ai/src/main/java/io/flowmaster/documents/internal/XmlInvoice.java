package io.flowmaster.documents.internal;

import io.flowmaster.documents.ExtractedLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * An invoice as XML, in the two syntaxes of EN 16931: UBL 2.1 (XRechnung, Peppol) and UN/CEFACT CII
 * D16B (XRechnung, ZUGFeRD and Factur-X). What it says is exact.
 *
 * @param candidates its fields
 * @param lines its lines
 */
record XmlInvoice(List<Candidate> candidates, List<ExtractedLine> lines) {
  private static final int MOST_BYTES = 5_000_000;
  private static final String AGREEMENT =
      "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/";
  private static final String SETTLEMENT =
      "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/";
  private static final String SUMS =
      SETTLEMENT + "SpecifiedTradeSettlementHeaderMonetarySummation/";
  private static final String DELIVERY =
      "SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery/";

  /** The invoice, when the XML is one. */
  static Optional<XmlInvoice> of(byte[] xml) {
    if (xml.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      Element root = root(xml);
      return switch (root.getLocalName()) {
        case "Invoice", "CreditNote" -> Optional.of(ubl(root));
        case "CrossIndustryInvoice" -> Optional.of(cii(root));
        default -> Optional.empty();
      };
    } catch (SAXException | IOException noXml) {
      return Optional.empty();
    }
  }

  /** No document type, so no entities; nothing from outside. */
  private static Element root(byte[] xml) throws SAXException, IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static XmlInvoice ubl(Element root) {
    Fields fields = new Fields(root);
    fields.text("invoiceNumber", "ID");
    fields.text("invoiceDate", "IssueDate");
    fields.text("dueDate", "DueDate", "PaymentMeans/PaymentDueDate");
    fields.text("deliveryDate", "Delivery/ActualDeliveryDate");
    fields.text("orderNumber", "OrderReference/ID");
    fields.text("currency", "DocumentCurrencyCode");
    fields.text(
        "supplier",
        "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName",
        "AccountingSupplierParty/Party/PartyName/Name");
    fields.text(
        "customer",
        "AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName",
        "AccountingCustomerParty/Party/PartyName/Name");
    fields.text("vatId", "AccountingSupplierParty/Party/PartyTaxScheme/CompanyID");
    fields.text("iban", "PaymentMeans/PayeeFinancialAccount/ID");
    fields.money("net", "LegalMonetaryTotal/TaxExclusiveAmount");
    fields.money("tax", "TaxTotal/TaxAmount");
    fields.money(
        "total", "LegalMonetaryTotal/TaxInclusiveAmount", "LegalMonetaryTotal/PayableAmount");
    List<ExtractedLine> lines = new ArrayList<>();
    for (Element line : all(root, "InvoiceLine", "CreditNoteLine")) {
      line(
          lines,
          at(line, "Item/Name"),
          at(line, "InvoicedQuantity", "CreditedQuantity"),
          at(line, "Price/PriceAmount"),
          at(line, "LineExtensionAmount"));
    }
    return new XmlInvoice(fields.candidates, lines);
  }

  private static XmlInvoice cii(Element root) {
    Fields fields = new Fields(root);
    fields.text("invoiceNumber", "ExchangedDocument/ID");
    fields.date("invoiceDate", "ExchangedDocument/IssueDateTime/DateTimeString");
    fields.date(
        "dueDate", SETTLEMENT + "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString");
    fields.date(
        "deliveryDate",
        DELIVERY + "ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString");
    fields.text("orderNumber", AGREEMENT + "BuyerOrderReferencedDocument/IssuerAssignedID");
    fields.text("currency", SETTLEMENT + "InvoiceCurrencyCode");
    fields.text("supplier", AGREEMENT + "SellerTradeParty/Name");
    fields.text("customer", AGREEMENT + "BuyerTradeParty/Name");
    vat(root).ifPresent(vat -> fields.add("vatId", vat));
    fields.text(
        "iban",
        SETTLEMENT
            + "SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID");
    fields.money("net", SUMS + "TaxBasisTotalAmount");
    fields.money("tax", SUMS + "TaxTotalAmount");
    fields.money("total", SUMS + "GrandTotalAmount", SUMS + "DuePayableAmount");
    List<ExtractedLine> lines = new ArrayList<>();
    for (Element transaction : all(root, "SupplyChainTradeTransaction")) {
      for (Element line : all(transaction, "IncludedSupplyChainTradeLineItem")) {
        line(
            lines,
            at(line, "SpecifiedTradeProduct/Name"),
            at(line, "SpecifiedLineTradeDelivery/BilledQuantity"),
            at(line, "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount"),
            at(
                line,
                "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"));
      }
    }
    return new XmlInvoice(fields.candidates, lines);
  }

  /** Of the seller's registrations the one that is said to be for value added tax. */
  private static Optional<String> vat(Element root) {
    Element seller = element(root, AGREEMENT + "SellerTradeParty");
    if (seller == null) {
      return Optional.empty();
    }
    return all(seller, "SpecifiedTaxRegistration").stream()
        .map(registration -> element(registration, "ID"))
        .filter(id -> id != null && id.getAttribute("schemeID").equals("VA"))
        .map(id -> id.getTextContent().strip())
        .findFirst();
  }

  private static void line(
      List<ExtractedLine> lines,
      @Nullable String name,
      @Nullable String quantity,
      @Nullable String price,
      @Nullable String amount) {
    BigDecimal sum = number(amount);
    if (name != null && sum != null && lines.size() < 1_000) {
      lines.add(
          new ExtractedLine(name, number(quantity), number(price), sum, null, null, null, 1.0));
    }
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    try {
      return text == null || text.length() > 30 ? null : new BigDecimal(text);
    } catch (NumberFormatException none) {
      return null;
    }
  }

  private static @Nullable String at(Element from, String... paths) {
    for (String path : paths) {
      Element element = element(from, path);
      if (element != null && !element.getTextContent().isBlank()) {
        String text = element.getTextContent().strip();
        return text.length() > 300 ? text.substring(0, 300) : text;
      }
    }
    return null;
  }

  private static @Nullable Element element(Element from, String path) {
    Element at = from;
    for (String name : path.split("/")) {
      List<Element> next = all(at, name);
      if (next.isEmpty()) {
        return null;
      }
      at = next.get(0);
    }
    return at;
  }

  private static List<Element> all(Element parent, String... names) {
    List<String> wanted = List.of(names);
    List<Element> found = new ArrayList<>();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element && wanted.contains(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  /** Collects what the invoice says of a field. */
  private static final class Fields {
    private final Element root;
    private final List<Candidate> candidates = new ArrayList<>();

    Fields(Element root) {
      this.root = root;
    }

    void text(String field, String... paths) {
      String text = at(root, paths);
      if (text != null) {
        add(field, text);
      }
    }

    void money(String field, String... paths) {
      BigDecimal amount = number(at(root, paths));
      if (amount != null) {
        add(field, Amounts.money(amount));
      }
    }

    /** Format 102 of UN/CEFACT: {@code 20261201}. */
    void date(String field, String path) {
      String text = at(root, path);
      if (text != null) {
        add(field, text.replaceAll("^(\\d{4})(\\d{2})(\\d{2})$", "$1-$2-$3"));
      }
    }

    void add(String field, String value) {
      candidates.add(new Candidate(field, value, value, null, null, 1.0, Candidate.XML));
    }
  }
}
