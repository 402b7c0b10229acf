package io.stockroom.exports;

import java.nio.file.Path;
import java.util.function.IntConsumer;

/** A store that calls back at each put, with the number of the put, from 1, after it happened. */
final class Puts implements ExportStore {

    private final ExportStore store;
    private final IntConsumer callback;
    private int count;

    Puts(ExportStore store, IntConsumer callback) {
        this.store = store;
        this.callback = callback;
    }

    @Override
    public void put(String name, Path file) {
        store.put(name, file);
        callback.accept(++count);
    }

    @Override
    public void check() {
        store.check();
    }
}
