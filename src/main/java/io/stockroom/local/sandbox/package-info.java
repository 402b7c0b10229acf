/** A second Altegio for development and tests: seeded, stateful, with the quirks of the first and faults on request. */
package io.stockroom.local.sandbox;
