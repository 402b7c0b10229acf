/** Inventory operations: a document with its lines, checked before it is booked. */
package io.stockroom.operations;
