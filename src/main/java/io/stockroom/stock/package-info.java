/** Announces the stock of goods as events: what has changed in Altegio is looked at, and put on an event bus. */
package io.stockroom.stock;
