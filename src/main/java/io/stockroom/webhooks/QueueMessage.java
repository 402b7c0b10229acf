package io.stockroom.webhooks;

import java.time.Duration;

/**
 * A message as the queue delivers it.
 *
 * @param receiptHandle identifies this delivery to the queue
 * @param receiveCount  how often the message was delivered, this delivery included
 * @param traceId       the X-Ray trace id, or null
 * @param age           how long the message has been in the queue; null if unknown
 */
record QueueMessage(String id, String receiptHandle, int receiveCount, String body, String traceId, Duration age) {
}
