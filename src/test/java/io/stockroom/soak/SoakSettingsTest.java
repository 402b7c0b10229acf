package io.stockroom.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoakSettingsTest {

    @Test
    void testsAllBehaviorsUnlessSomeAreNamedOrCounted() {
        assertEquals(List.of(Behavior.values()), SoakSettings.behaviors("", 0, 1));
        assertEquals(List.of(Behavior.WEBHOOKS, Behavior.ESCAPED), SoakSettings.behaviors("WEBHOOKS,ESCAPED", 0, 1));
        assertEquals(4, SoakSettings.behaviors("", 4, 1).size());
        assertEquals(Behavior.values().length, SoakSettings.behaviors("", 99, 1).size());
    }

    @Test
    void theSeedDeterminesTheBehaviors() {
        assertEquals(SoakSettings.behaviors("", 4, 7), SoakSettings.behaviors("", 4, 7));
        assertNotEquals(SoakSettings.behaviors("", 4, 7), SoakSettings.behaviors("", 4, 8));
    }

    @Test
    void theDurationIsDivided() {
        assertEquals(Duration.ofSeconds(30),
                new SoakSettings(Duration.ofMinutes(1), List.of(Behavior.WEBHOOKS, Behavior.ESCAPED), 1, 1, 1).phase());
    }
}
