package io.stockroom.operations;

import io.stockroom.altegio.AltegioException;
import java.util.function.Function;

/** Result of a search for an operation's document. */
sealed interface SearchResult {

    /** The document is the operation's. */
    record Found(Booking booking) implements SearchResult {

        @Override
        public <T> T match(Function<Found, T> found, Function<Undecided, T> undecided, Function<NotFound, T> notFound,
                Function<Unfinished, T> unfinished) {
            return found.apply(this);
        }
    }

    /** The progress's candidates equal the operation, and nothing shows whether one of them is its document. */
    record Undecided(SearchProgress progress) implements SearchResult {

        @Override
        public <T> T match(Function<Found, T> found, Function<Undecided, T> undecided, Function<NotFound, T> notFound,
                Function<Unfinished, T> unfinished) {
            return undecided.apply(this);
        }
    }

    /** Everything was searched, without a result. */
    record NotFound(SearchProgress progress) implements SearchResult {

        @Override
        public <T> T match(Function<Found, T> found, Function<Undecided, T> undecided, Function<NotFound, T> notFound,
                Function<Unfinished, T> unfinished) {
            return notFound.apply(this);
        }
    }

    /** The search ended early. The next one goes on from the progress. */
    record Unfinished(SearchProgress progress, AltegioException cause) implements SearchResult {

        @Override
        public <T> T match(Function<Found, T> found, Function<Undecided, T> undecided, Function<NotFound, T> notFound,
                Function<Unfinished, T> unfinished) {
            return unfinished.apply(this);
        }
    }

    /** Applies the function for the kind of result that this is. */
    <T> T match(Function<Found, T> found, Function<Undecided, T> undecided, Function<NotFound, T> notFound,
            Function<Unfinished, T> unfinished);
}
