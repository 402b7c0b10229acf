package io.stockroom.stock;

import java.time.Instant;

/**
 * A message as the queue delivers it.
 *
 * @param receiptHandle identifies this delivery to the queue
 * @param receiveCount  how often the message was delivered, this delivery included
 * @param sent          when it was sent to the queue: what it is about happened before
 */
record StockMessage(String id, String receiptHandle, int receiveCount, String body, Instant sent) {
}
