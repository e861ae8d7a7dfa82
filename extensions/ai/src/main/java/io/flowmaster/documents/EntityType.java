package io.flowmaster.documents;

/** What is found in texts without a language model. */
public enum EntityType {
  /** A calendar date; normalized as ISO 8601. */
  DATE,
  /** An amount of money; normalized as {@code 1234.50 EUR}. */
  AMOUNT,
  /** An account number whose check digits are right (ISO 13616); normalized without spaces. */
  IBAN,
  /** A VAT identification number, with its check digits where its country has some. */
  VAT_ID,
  /** A legal entity identifier whose check digits are right (ISO 17442). */
  LEI,
  /** An e-mail address; normalized in lower case. */
  EMAIL,
  /** A telephone number; normalized as digits, with + in front when the country is known. */
  PHONE,
  /** A postal address; normalized in one line. */
  ADDRESS,
  /** The number of an invoice. */
  INVOICE_NUMBER,
  /** The number of an order. */
  ORDER_NUMBER
}
