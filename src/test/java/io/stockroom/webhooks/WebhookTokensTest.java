package io.stockroom.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTokensTest {

    @Test
    void eachOfSeveralTokensIsKnown() {
        WebhookTokens tokens = WebhookTokens.of(Optional.of("first-token-of-two, second-token-of-two,"));

        assertTrue(tokens.contain("first-token-of-two"));
        assertTrue(tokens.contain("second-token-of-two"));
        assertFalse(tokens.contain("first-token-of-tw"));
        assertFalse(tokens.contain(""));
    }

    @Test
    void withoutATokenNoneIsKnown() {
        assertFalse(WebhookTokens.of(Optional.empty()).contain(""));
        assertEquals(Optional.empty(), WebhookTokens.error(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"too-short-token", "a-token-with/a-slash", "a token with blanks", "good-token-1234567,short"})
    void anInvalidTokenIsReportedWithoutItsText(String text) {
        String error = WebhookTokens.error(Optional.of(text)).orElseThrow();

        assertFalse(error.contains(text), error);
    }
}
