package io.stockroom.exports;

import java.time.Instant;
import java.util.Optional;
import java.util.function.IntConsumer;

/** States that call back after each save, with its number, from 1. */
final class Saves implements ExportStates {

    private final ExportStates states;
    private final IntConsumer callback;
    private int count;

    Saves(ExportStates states, IntConsumer callback) {
        this.states = states;
        this.callback = callback;
    }

    @Override
    public Optional<ExportState> claim(long location, String owner, Instant until) {
        return states.claim(location, owner, until);
    }

    @Override
    public boolean save(long location, String owner, ExportState state, Instant until) {
        boolean isSaved = states.save(location, owner, state, until);
        callback.accept(++count);
        return isSaved;
    }

    @Override
    public void release(long location, String owner) {
        states.release(location, owner);
    }

    @Override
    public void putIds(String name, IdSet ids) {
        states.putIds(name, ids);
    }

    @Override
    public IdSet ids(String name) {
        return states.ids(name);
    }

    @Override
    public void deleteIds(String name) {
        states.deleteIds(name);
    }
}
