package io.stockroom.transactions;

/**
 * A transaction on its way to the caller.
 *
 * @param id    null when Altegio gave none
 * @param bytes as the answer has it; null when it is filtered out
 */
record EncodedRow(Long id, byte[] bytes) {
}
