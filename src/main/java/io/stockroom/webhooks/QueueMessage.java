package io.stockroom.webhooks;

/**
 * A message as the queue delivers it.
 *
 * @param receiptHandle identifies this delivery to the queue
 * @param receiveCount  how often the message was delivered, this delivery included
 * @param traceId       the X-Ray trace id, or null
 */
record QueueMessage(String id, String receiptHandle, int receiveCount, String body, String traceId) {
}
