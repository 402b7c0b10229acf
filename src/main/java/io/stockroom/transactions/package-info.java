/** The product transactions of a location: goods entering and leaving its storages. */
package io.stockroom.transactions;
