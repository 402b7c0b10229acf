package io.stockroom.exports;

class InMemoryExportStatesTest extends ExportStatesContract {

    @Override
    protected ExportStates create() {
        return new InMemoryExportStates(clock);
    }
}
