/** Relays what a program must read at Altegio before it can book, from a list of routes, and nothing else. */
package io.stockroom.relay;
