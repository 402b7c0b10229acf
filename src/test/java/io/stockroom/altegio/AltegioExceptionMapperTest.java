package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.altegio.AltegioException.UnavailableException;
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

class AltegioExceptionMapperTest {

    static Stream<IOException> connectionFailures() {
        return Stream.of(new ConnectException("refused"), new UnknownHostException("api"), new SSLHandshakeException("bad certificate"));
    }

    @ParameterizedTest
    @MethodSource("connectionFailures")
    void failedConnectionMeansDefinitelyNotProcessed(IOException cause) {
        AltegioException failure = AltegioExceptionMapper.from(new CompletionException(cause));

        assertInstanceOf(UnavailableException.class, failure);
        assertEquals(true, failure.definitelyNotProcessed());
    }

    @Test
    void otherFailuresLeaveOutcomeUnknown() {
        assertEquals(false, AltegioExceptionMapper.from(new CompletionException(new IOException("reset"))).definitelyNotProcessed());
        assertInstanceOf(TimedOutException.class, AltegioExceptionMapper.from(new CompletionException(new TimeoutException())));
    }

    @Test
    void keepsAnAltegioException() {
        AltegioException known = new NotFoundException("no");

        assertSame(known, AltegioExceptionMapper.from(new CompletionException(known)));
    }
}
