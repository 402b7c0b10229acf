/** Operations posted as signed webhooks: queued on receipt, booked by the queue consumer, each exactly once. */
package io.stockroom.webhooks;
