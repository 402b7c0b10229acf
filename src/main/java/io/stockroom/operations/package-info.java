/** Inventory operations: a document with its lines, validated before it is booked. */
package io.stockroom.operations;
