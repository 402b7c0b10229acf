package io.stockroom.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.input.Input;
import io.stockroom.input.InvalidInputException;
import io.stockroom.input.JsonBody;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An operation that is written and read again is the same operation, with the same digest. */
@QuarkusTest
class BookingJsonTest {

    private static final int NUMBER = 5_000;

    @Inject
    BookingJson json;

    @Test
    void writtenOperationsAreReadUnchanged() {
        GeneratedOperations generated = new GeneratedOperations(12);
        int accepted = 0;
        for (int i = 0; i < NUMBER; i++) {
            String body = generated.next();
            Operation operation;
            try {
                operation = read(body);
            } catch (InvalidInputException e) {
                continue;
            }
            accepted++;
            Operation again = read(json.write(operation));
            assertEquals(operation, again, body);
            assertEquals(operation.canonical(), again.canonical(), body);
            assertEquals(json.digest(operation), json.digest(again), body);
            Operation canonical = read(json.write(operation.canonical()));
            assertEquals(json.digest(operation), json.digest(canonical), body);
        }
        assertTrue(accepted > NUMBER / 20 && accepted < NUMBER, "Accepted " + accepted);
    }

    private static Operation read(String body) {
        return Operation.from(Input.ofParameters(Map.of()).body(JsonBody.read(body.getBytes(UTF_8))));
    }
}
