package io.stockroom.config;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/** Opens {@link ConfigRanges} to the page of all settings. */
public final class SettingRanges {

    private SettingRanges() {
    }

    /** The limits of a range. */
    public record Limits(Comparable<?> min, Comparable<?> max) {
    }

    /** Returns the limits of all settings that have a range, by their variables. */
    public static Map<String, Limits> byVariable() {
        Map<String, Limits> ranges = new HashMap<>();
        for (Field field : ConfigRanges.class.getDeclaredFields()) {
            if (field.getType() == ConfigRange.class) {
                ConfigRange<?> range = value(field);
                if (!field.getName().equals(range.variable())) {
                    throw new AssertionError("The range " + field.getName() + " has the variable " + range.variable());
                }
                ranges.put(range.variable(), new Limits(range.min(), range.max()));
            }
        }
        return ranges;
    }

    private static ConfigRange<?> value(Field field) {
        try {
            return (ConfigRange<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
