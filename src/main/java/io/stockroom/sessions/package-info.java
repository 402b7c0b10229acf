/** Shares user tokens between all instances, through the ledger's table. */
package io.stockroom.sessions;
