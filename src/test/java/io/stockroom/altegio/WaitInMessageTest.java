package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitInMessageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Too many requests, retry in 7 seconds|7", "Превышен лимит запросов. Попробуйте повторить запрос через 7 секунд|7",
            "повторить запрос через 1 секунду|1", "спробуйте через 7 секунд|7", "Опитайте отново след 7 секунди|7",
            "Versuchen Sie es in 7 Sekunden erneut|7", "Réessayez dans 7 secondes|7", "Reintente en 7 segundos|7",
            "7 saniye sonra tekrar deneyin|7", "7 soniyadan keyin|7", "7 másodperc múlva|7", "Za 7 vteřin|7", "სცადეთ 7 წამში|7",
            "Փորձեք 7 վայրկյանից|7", "נסו שוב בעוד 7 שניות|7", "7秒後に再試行してください|7", "7초 후에|7", "sau 7 giây|7", "coba 7 detik lagi|7",
            "retry in 7s|7", "retry after 7 sec.|7", "повторите через 7 с.|7", "retry in 7.5 seconds|7.5", "через 0 секунд|1",
            "retry in 1500 ms|1.5"})
    void isReadInAnyLanguage(String message, String seconds) {
        assertWait(seconds, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"أعد المحاولة بعد ٧ ثوانٍ|7", "پس از ۱۷ ثانیه|17", "७ सेकंड में|7", "７秒後|7", "𝟕 seconds|7"})
    void isReadInTheDigitsOfAnyScript(String message, String seconds) {
        assertWait(seconds, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Limit of 200 requests per minute exceeded, retry in 7 seconds|7", "200 requests per minute, retry in 7 seconds|7",
            "Retry in 7 seconds: the limit is 200 requests in 60 seconds|7", "5 requests per 1 second. Retry in 7 seconds|7",
            "200 requests in 60 seconds, retry in 7 seconds|7", "429 Too Many Requests retry in 7 seconds|7",
            "Не более 5 запросов в секунду и 200 в минуту. Повторите через 7 секунд|7",
            "Повторите запрос через 7 секунд. Лимит: 200 запросов в минуту, 5 в секунду|7",
            "IP 203.0.113.9 made 201 requests; retry in 7 seconds|7", "error 1015, ref 8f3c-1700000000, 7 sec|7"})
    void isNotALimitOrAnAddress(String message, String seconds) {
        assertWait(seconds, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"retry in 2 minutes|120", "через 2 минуты|120", "2 dakika sonra|120", "2分後|120",
            "через 1 час|3600",
            "in 1 minute 30 seconds|90", "через 1 мин. 30 сек.|90", "in 1 minute and 30 seconds|90", "za 2 min|120"})
    void hasAnyUnit(String message, String seconds) {
        assertWait(seconds, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"wait: 7|7", "200 foo, 7 bar|7", "7 bar, 200 foo|7", "5 foo, 7 bar|7", "7 bar, 5 foo|7",
            "xyz 60|60"})
    void ofAnUnknownUnitIsTheLargestNumberUpToAMinute(String message, String seconds) {
        assertWait(seconds, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Too many requests", "429", "limit is 200 per minute", "from 10.0.0.7", "at 12:30:07", "until 2026-11-26",
            "V1 is busy", "request abc7", "#17"})
    void isAbsent(String message) {
        assertEquals(Optional.empty(), WaitInMessage.in(message));
    }

    @Test
    void isLimitedToADay() {
        assertWait("86400", "retry in 999999999999999999 seconds");
        assertEquals(Optional.empty(), WaitInMessage.in("9".repeat(5000)));
    }

    private static void assertWait(String seconds, String message) {
        assertEquals(Optional.of(Duration.parse("PT" + seconds + "S")), WaitInMessage.in(message), message);
    }
}
