package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "{'amount': ['too much', 'odd']}|{/amount=too much; odd}", "{'amount': 'odd', 'cost': 5}|{/amount=odd, /cost=5}",
            "['Not enough stock', 'Shift closed']|{=Not enough stock; Shift closed}", "'Not enough stock'|{=Not enough stock}", "17|{=17}",
            "[['deep'], [1]]|{=deep; 1}", "{'goods_transactions': {'0': {'amount': ['odd']}}}|{/goods_transactions/0/amount=odd}",
            "{'goods_transactions': [{'amount': 'odd'}, {'cost': ['low']}]}|{/goods_transactions/0/amount=odd, /goods_transactions/1/cost=low}",
            "[{'field': 'goods_transactions.0.amount', 'message': 'odd'}]|{/goods_transactions/0/amount=odd}",
            "[{'message': 'one'}, {'message': 'two'}]|{=one; two}", "[{'amount': ['odd']}]|{/amount=odd}",
            "{'amount': [{'message': 'odd', 'code': 5}]}|{/amount=odd}", "{'message': ['is required']}|{/message=is required}",
            "{'/data/amount': 'odd'}|{/data/amount=odd}", "{'a~b': 'odd'}|{/a~0b=odd}", "{'amount': true}|{/amount=true}",
            "{}|{}", "[]|{}", "null|{}", "''|{}", "{'amount': []}|{}", "{'amount': null}|{}"})
    void keepsEachErrorInAnyShape(String errors, String expected) throws JsonProcessingException {
        Object parsed = new ObjectMapper().readValue(errors.replace('\'', '"'), Object.class);

        assertEquals(expected, FieldErrors.of(parsed).toString());
        assertEquals(expected,
                new Envelope(false, null, parsed == null ? Map.of("message", "No") : Map.of("message", "No", "errors", parsed), null)
                        .fieldErrors().toString());
        assertEquals("No", new Envelope(false, null, Map.of("message", "No"), parsed).message().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "{'meta': {'errors': ['Not enough stock', 'Shift closed']}}|Not enough stock; Shift closed|{}",
            "{'meta': {'errors': 'Not enough stock'}}|Not enough stock|{}", "{'errors': ['No'], 'meta': []}|No|{}",
            "{'meta': 'No', 'errors': {'amount': 'odd'}}|No|{/amount=odd}", "{'errors': 'No'}|No|{}",
            "{'meta': {'message': 'No', 'errors': {'amount': 'odd'}}, 'errors': {'cost': 'low'}}|No|{/amount=odd, /cost=low}",
            "{'errors': {'message': 'No'}, 'meta': {'message': 'No'}}|No|{}",
            "{'errors': {'message': 'Odd'}, 'meta': {'message': 'No'}}|No|{=Odd}"})
    void errorThatBelongsToNoFieldIsTheMessageIfThereIsNoOther(String body, String message, String fields) throws JsonProcessingException {
        Envelope envelope = Envelope.of(new ObjectMapper().readValue(body.replace('\'', '"'), Object.class)).orElseThrow();

        assertEquals(message, envelope.message().orElseThrow());
        assertEquals(fields, envelope.fieldErrors().toString());
    }
}
