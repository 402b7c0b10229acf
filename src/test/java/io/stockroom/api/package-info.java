/** The HTTP API from outside: the same contract for the functions in a running Quarkus and for the packaged artifact. */
package io.stockroom.api;
