/**
 * The soak test: thousands of operations through several instances of the packaged function, while responses are lost, commits come
 * late, Altegio and proxies reject what is booked, reads fail, and processes are killed; under each behavior of Altegio that is not
 * known. Afterwards the sandbox's documents are compared with the responses that callers got.
 */
package io.stockroom.soak;
