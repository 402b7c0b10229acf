/** Reads requests field by field and reports all violations of a request together. */
package io.stockroom.input;
