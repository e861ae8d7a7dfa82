package io.flowmaster.platform;

/**
 * A column that holds texts of {@link SecretCipher}. Each area offers its own as beans; after a
 * change of keys their texts are encrypted anew, so that the old key can be taken away.
 *
 * @param table its texts are unique in it, as those of the cipher are
 * @param column of a character type; may be null
 */
public record SecretColumn(String table, String column) {}
