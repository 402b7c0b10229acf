/**
 * Runs the packaged functions as Lambda does: an artifact, its execution environments, each with a Runtime API of its own,
 * and events as API Gateway makes them.
 */
package io.stockroom.runtime;
