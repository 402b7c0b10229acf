package io.stockroom.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExpectedOutputTest {

    @Test
    void theSameTextFits() {
        assertFits("text", "a\nb\n", "a\nb\n");
        assertDiffers("text", "a\nb\n", "a\nc\n");
        assertDiffers("text", "a\n", "a\nb\n");
        assertDiffers("text", "a\nb\n", "a\n");
        assertDiffers("text", "a\n", "");
    }

    @Test
    void spaceAtTheEndsOfLinesDoesNotCount() {
        assertFits("text", "HTTP/1.1 200 OK\n\na  b\n", "HTTP/1.1 200 OK\r\n\r\na  b \t\n\n");
        assertDiffers("text", "a  b\n", "a b\n");
        assertDiffers("csv", "a\n", " a\n");
    }

    @Test
    void anEllipsisStandsForAnyTextAlsoNone() {
        assertFits("text", "a…c…\n", "abc\nd\n");
        assertFits("text", "a…c\n", "ac\n");
        assertFits("text", "…", "");
        assertFits("text", "…b…b…\n", "abab\n");
        assertDiffers("text", "…b…b…\n", "aba\n");
        assertDiffers("text", "a…c\n", "abcd\n");
        assertDiffers("text", "a…c\n", "bac\n");
        assertDiffers("text", "ab…bc\n", "abc\n");
        assertDiffers("text", "…c…b…\n", "abc\n");
    }

    @Test
    void spaceBetweenJsonTokensDoesNotCount() {
        assertFits("json", "{\n  \"a\": [1, 2],\n  \"b\": \"x y\"\n}\n", "{\"a\":[1,2],\"b\":\"x y\"}");
        assertFits("json", "{\"a\":1}\n", "{ \"a\" : 1 }\n");
        assertDiffers("json", "{\"b\": \"xy\"}", "{\"b\": \"x y\"}");
        assertDiffers("json", "{\"b\": \"x  y\"}", "{\"b\": \"x y\"}");
        assertDiffers("json", "{\"b\": \"\\\"x y\"}", "{\"b\": \"\\\"xy\"}");
        assertFits("json", "{\"b\": \"\\\\\", \"c\": 1}", "{\"b\":\"\\\\\",\"c\":1}");
        assertDiffers("json", "{\"cost\": 14.90}", "{\"cost\": 14.9}");
    }

    @Test
    void anEllipsisMayCutAJsonString() {
        assertFits("json", "{\"a\": \"long…\n \"b\": 1}", "{\"a\":\"long text\",\"b\":1}");
        assertFits("json", "{\"a\": \"long…\", \"b\": 1}", "{\"a\":\"long text\",\"b\":1}");
    }

    @Test
    void theDifferenceShowsWhereItBegins() {
        assertEquals("differs after: {\"amount\":\nexpected:      232}\nprinted:       230}",
                new ExpectedOutput("json", "{\"amount\": 232}").difference("{\"amount\":230}").orElseThrow());
        assertEquals("expected:      b⟨end⟩\nsomewhere in:  ⏎c",
                new ExpectedOutput("text", "a…b\n").difference("a\nc\n").orElseThrow());
    }

    private static void assertFits(String language, String expected, String output) {
        assertEquals("", new ExpectedOutput(language, expected).difference(output).orElse(""));
    }

    private static void assertDiffers(String language, String expected, String output) {
        assertTrue(new ExpectedOutput(language, expected).difference(output).isPresent(), expected + " fits " + output);
        assertFalse(new ExpectedOutput(language, expected).difference(output).orElseThrow().isBlank());
    }
}
