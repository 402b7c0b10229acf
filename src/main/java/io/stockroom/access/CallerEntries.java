package io.stockroom.access;

import static java.util.stream.Collectors.joining;

import io.stockroom.access.CallersConfig.Settings;
import io.stockroom.input.InvalidInputException;
import io.stockroom.input.JsonBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the entries of all callers, from their secret and from their settings, and reports what is wrong with them. */
public final class CallerEntries {

    private static final String SECRET = "STOCKROOM_CALLERS_SECRET";

    private final List<CallerEntry> entries = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private CallerEntries() {
    }

    static CallerEntries of(CallersConfig config) {
        CallerEntries all = new CallerEntries();
        config.secret().ifPresent(all::readSecret);
        new TreeMap<>(config.byName()).forEach(all::readSettings);
        all.entries.forEach(entry -> all.errors.addAll(entry.errors()));
        all.checkDifferences();
        return all;
    }

    /** Returns what is wrong with the configured callers, none included; the messages contain no values. */
    public static List<String> errors(CallersConfig config) {
        CallerEntries all = of(config);
        return all.entries.isEmpty() && all.errors.isEmpty() ? List.of("at least one caller must be configured, by " + SECRET
                + " or by STOCKROOM_CALLERS_<NAME>_KEY, _LOCATIONS and _MAY") : all.errors;
    }

    /** @throws IllegalStateException if anything is wrong with the configured callers */
    List<CallerKey> callers() {
        if (!errors.isEmpty()) {
            throw new IllegalStateException("Invalid configuration: " + String.join("; ", errors));
        }
        return entries.stream().map(CallerEntry::caller).toList();
    }

    private void readSettings(String name, Settings settings) {
        Map<String, String> fields = new LinkedHashMap<>();
        settings.key().ifPresent(text -> fields.put("key", text));
        settings.login().ifPresent(text -> fields.put("login", text));
        settings.password().ifPresent(text -> fields.put("password", text));
        settings.locations().ifPresent(text -> fields.put("locations", text));
        settings.may().ifPresent(text -> fields.put("may", text));
        String prefix = "STOCKROOM_CALLERS_" + name.toUpperCase(Locale.ROOT) + "_";
        entries.add(new CallerEntry(name, field -> prefix + field.toUpperCase(Locale.ROOT), fields));
    }

    private void readSecret(String json) {
        try {
            JsonBody.read(json).forEach((name, caller) -> readSecret(name.toString(), caller));
        } catch (InvalidInputException e) {
            errors.add(SECRET + ' ' + e.violations().get(0).detail());
        }
    }

    private void readSecret(String name, Object caller) {
        Map<String, String> fields = new LinkedHashMap<>();
        boolean isReadable = caller instanceof Map<?, ?> object && object.entrySet().stream().allMatch(field -> {
            Optional<String> text = CallerEntry.FIELDS.contains(field.getKey()) ? text(field.getValue()) : Optional.empty();
            text.filter(value -> !value.isEmpty()).ifPresent(value -> fields.put(field.getKey().toString(), value));
            return text.isPresent();
        });
        if (isReadable) {
            entries.add(new CallerEntry(name, field -> field + " of the caller " + name + " in " + SECRET, fields));
        } else {
            errors.add(SECRET + " must contain an object for each caller, with the fields " + String.join(", ", CallerEntry.FIELDS));
        }
    }

    /** Returns a text or a number as text, and a list of them with commas; empty for anything else. */
    private static Optional<String> text(Object value) {
        if (value instanceof List<?> list) {
            return Optional.of(list.stream().map(String::valueOf).collect(joining(",")));
        }
        return value instanceof String || value instanceof Number ? Optional.of(value.toString()) : Optional.empty();
    }

    /** Two callers with one key could not be told apart, and neither could two with one name in the log. */
    private void checkDifferences() {
        Set<String> names = new HashSet<>();
        Map<String, CallerEntry> keys = new LinkedHashMap<>();
        for (CallerEntry entry : entries) {
            if (!names.add(entry.name().toLowerCase(Locale.ROOT))) {
                errors.add(entry.place().apply("key") + " belongs to a caller whose name is used twice");
            }
            String key = entry.fields().get("key");
            CallerEntry other = key == null ? null : keys.putIfAbsent(key, entry);
            if (other != null) {
                errors.add(other.place().apply("key") + " and " + entry.place().apply("key") + " must differ");
            }
        }
    }
}
