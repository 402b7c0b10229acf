package io.stockroom.transactions;

/**
 * A transaction as it is written to the response.
 *
 * @param id    null if Altegio sent none
 * @param bytes null if the transaction is filtered out
 */
record EncodedRow(Long id, byte[] bytes) {
}
