/** What callers send, read member by member, with every fault of a request found in one pass. */
package io.stockroom.input;
