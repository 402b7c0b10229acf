package io.stockroom.shops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.input.JsonBody;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order is queued as it came, byte for byte, in whichever form it fits. */
class QueuedOrderTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": 1, \"note\":\t\"Чай \ud83c\udf75\"}\n", "", "[1]", "not JSON"})
    void aSmallOrderIsReadable(String body) {
        String message = new QueuedOrder("main", "orders/paid", body.getBytes(UTF_8)).message();

        assertTrue(message.startsWith("{\"shop\":\"main\",\"topic\":\"orders/paid\",\"order\":\""), message);
        assertTrue(message.chars().allMatch(c -> c >= ' ' && c < 0x7f), message);
        assertArrayEquals(body.getBytes(UTF_8), read(message).body());
    }

    @Test
    void bytesThatAreNoTextAreKept() {
        byte[] body = {'{', (byte) 0xc0, (byte) 0xaf, '}'};

        assertArrayEquals(body, read(new QueuedOrder("main", "orders/paid", body).message()).body());
    }

    @Test
    void anOrderThatExceedsAMessageIsCompressed() {
        byte[] body = ("{\"id\": 1, \"note\": \"" + "ж".repeat(500_000) + "\"}").getBytes(UTF_8);
        String message = new QueuedOrder("main", "orders/paid", body).message();

        assertTrue(message.length() < QueuedOrder.MAX_BYTES, () -> message.length() + " bytes");
        assertArrayEquals(body, read(message).body());
    }

    /** Six megabytes of noise do not compress: what is left is the id, which says the same as Shopify's own form of a large order. */
    @Test
    void anOrderThatDoesNotFitAtAllIsKnownByItsId() {
        StringBuilder noise = new StringBuilder();
        new Random(19).ints(3_000_000, ' ' + 3, 0x7e).filter(c -> c != '\\').forEach(c -> noise.append((char) c));
        byte[] body = ("{\"id\": 1001, \"note\": \"" + noise + "\"}").getBytes(UTF_8);

        QueuedOrder queued = read(new QueuedOrder("main", "orders/paid", body).message());

        assertEquals("{\"id\": 1001}", new String(queued.body(), UTF_8));
        assertTrue(OrderObject.read(queued.body()).isIdOnly());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"shop\": \"main\"}", "{\"shop\": \"main\", \"topic\": 1, \"order\": \"{}\"}",
            "{\"shop\": \"main\", \"topic\": \"x\", \"gzip\": \"!\"}", "{\"shop\": \"main\", \"topic\": \"x\", \"gzip\": \"e30=\"}"})
    void aMessageThatIsNoOrderIsReported(String message) {
        Map<?, ?> fields = JsonBody.read(message);

        assertTrue(QueuedOrder.isOrder(fields));
        assertEquals(OrderReason.INVALID_ORDER, assertThrows(OrderException.class, () -> QueuedOrder.read(fields)).reason());
        assertFalse(QueuedOrder.isOrder(JsonBody.read("{\"location_id\": 4564}")));
    }

    private static QueuedOrder read(String message) {
        QueuedOrder queued = QueuedOrder.read(JsonBody.read(message));
        assertEquals("main", queued.shop());
        assertEquals("orders/paid", queued.topic());
        return queued;
    }
}
