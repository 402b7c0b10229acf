/**
 * Tests of what programs written for Altegio send and receive, against an upstream that accepts everything, as Altegio does, and records
 * each request and response byte for byte.
 */
package io.stockroom.dialect;
