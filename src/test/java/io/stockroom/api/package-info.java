/** Tests of the HTTP API: the same contracts for the functions in a running Quarkus and for the packaged artifact. */
package io.stockroom.api;
