/** Exports transactions as files on a schedule. */
package io.stockroom.exports;
