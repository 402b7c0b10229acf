package io.stockroom.transactions;

/**
 * A transaction as it is written to the response.
 *
 * @param id    null if Altegio sent none
 * @param bytes null if the transaction is filtered out
 * @param size  roughly how many bytes it took in Altegio's response
 */
record EncodedRow(Long id, byte[] bytes, long size) {
}
