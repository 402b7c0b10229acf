package io.stockroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyWriterTest {

    private static final ObjectMapper LAMBDA = new ObjectMapper();

    @Test
    void countsTheSizeOfAPlainBodyInTheEvent() throws IOException {
        String text = "plain \"quoted\" \\ \b\t\n\f\r \u0001\u000b\u001f\u007f é я € 😀 end";
        byte[] bytes = text.getBytes(UTF_8);
        int size = event(text) - event("");
        BodyWriter body = new BodyWriter(false);

        assertFalse(body.fits(bytes, size - 1));
        assertTrue(body.fits(bytes, size));
        body.write(bytes);
        assertFalse(body.fits(bytes, 2L * size - 1));
        assertTrue(body.fits(bytes, 2L * size));
        assertEquals(text, body.end());
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 20_000, 300_000})
    void compressedBodyStaysWithinItsLimitAndUsesMostOfIt(int max) throws IOException {
        for (boolean compressible : new boolean[] {true, false}) {
            BodyWriter body = new BodyWriter(true);
            StringBuilder text = new StringBuilder();
            Random random = new Random(max);
            for (String row = row(random, compressible); body.fits(row.getBytes(UTF_8), max); row = row(random, compressible)) {
                body.write(row.getBytes(UTF_8));
                text.append(row);
            }
            String sent = body.end();

            assertTrue(sent.length() <= max, sent.length() + " of " + max);
            assertTrue(sent.length() > max - 1000, sent.length() + " of " + max);
            assertEquals(text.toString(), unzipped(sent));
        }
    }

    @Test
    void smallBodiesAreNotCompressed() throws IOException {
        BodyWriter body = new BodyWriter(true);
        body.write("x".repeat(1024).getBytes(UTF_8));
        assertFalse(body.isCompressed());
        body.write(new byte[0]);
        assertFalse(body.isCompressed());
        body.write("y".getBytes(UTF_8));

        assertTrue(body.isCompressed());
        assertEquals("x".repeat(1024) + "y", unzipped(body.end()));
    }

    private static String row(Random random, boolean compressible) {
        return compressible ? "{\"id\":" + random.nextInt(100_000) + ",\"title\":\"Argan shampoo 250 ml\",\"comment\":\"Шампоан\"}"
                : random.ints(150, 0x20, 0x7f)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String unzipped(String base64) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64))).readAllBytes(), UTF_8);
    }

    private static int event(String body) throws JsonProcessingException {
        return LAMBDA.writeValueAsBytes(APIGatewayV2HTTPResponse.builder().withBody(body).build()).length;
    }
}
