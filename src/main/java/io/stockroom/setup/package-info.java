/** The check of the set-up: whether Altegio and AWS let the deployment do what it is configured for. */
package io.stockroom.setup;
