/** An imitation of Altegio for development and tests: seeded, stateful, with Altegio's quirks and injectable faults. */
package io.stockroom.local.sandbox;
