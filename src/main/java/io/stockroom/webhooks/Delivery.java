package io.stockroom.webhooks;

/**
 * A message as the queue delivers it.
 *
 * @param receipt  names this delivery to the queue
 * @param receives how often it was delivered, this time included
 * @param traceId  X-Ray's; null when there is none
 */
record Delivery(String id, String receipt, int receives, String message, String traceId) {
}
