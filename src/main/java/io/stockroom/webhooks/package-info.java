/** Operations that others post as signed webhooks: queued at the door, booked behind the queue, each once. */
package io.stockroom.webhooks;
