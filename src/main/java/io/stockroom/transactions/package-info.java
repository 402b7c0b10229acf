/** The product transactions of a location: what came in and went out of its storages. */
package io.stockroom.transactions;
