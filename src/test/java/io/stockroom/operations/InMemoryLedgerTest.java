package io.stockroom.operations;

class InMemoryLedgerTest extends LedgerContract {

    @Override
    Ledger ledger() {
        return new InMemoryLedger(clock, TTL);
    }
}
