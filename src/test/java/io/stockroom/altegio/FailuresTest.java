package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.stockroom.altegio.AltegioFailure.TimedOut;
import io.stockroom.altegio.AltegioFailure.Unavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    static Stream<IOException> neverConnected() {
        return Stream.of(new ConnectException("refused"), new UnknownHostException("api"), new SSLHandshakeException("bad certificate"));
    }

    @ParameterizedTest
    @MethodSource("neverConnected")
    void whatWasNeverConnectedWasSurelyNotProcessed(IOException cause) {
        AltegioFailure failure = Failures.from(new CompletionException(cause));

        assertInstanceOf(Unavailable.class, failure);
        assertEquals(true, failure.surelyNotProcessed());
    }

    @Test
    void anyOtherBreakLeavesTheOutcomeOpen() {
        assertEquals(false, Failures.from(new CompletionException(new IOException("reset"))).surelyNotProcessed());
        assertInstanceOf(TimedOut.class, Failures.from(new CompletionException(new TimeoutException())));
    }

    @Test
    void aKnownFailureStaysWhatItIs() {
        AltegioFailure known = new AltegioFailure.NotFound("no");

        assertSame(known, Failures.from(new CompletionException(known)));
    }
}
