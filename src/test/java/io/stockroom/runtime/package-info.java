/**
 * Runs the packaged functions as Lambda does: an artifact, its execution environments, each with its own Runtime API, and events as
 * API Gateway creates them.
 */
package io.stockroom.runtime;
