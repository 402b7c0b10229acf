package io.stockroom.config;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithName;
import io.stockroom.ProductClasses;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.lists.SearchConfig;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number and every duration in a configuration mapping has a range: a new one without a range fails here. */
class ConfigRangesTest {

    /** Settings of which zero means something: no limit, no delay, no reserve, or that the circuit breaker is disabled. */
    private static final Set<String> MAY_BE_ZERO = Set.of("altegio.rate.per-second", "altegio.rate.per-minute", "altegio.rate.margin",
            "altegio.retry.base-delay", "altegio.retry.max-delay", "altegio.circuit-breaker.failure-rate", "stockroom.search.reserve",
            "stockroom.search.fetch-ahead-bytes", "stockroom.orders.remember-goods", "stockroom.session.failure-delay",
            "stockroom.repeat.window", "stockroom.exports.overlap", "stockroom.exports.margin",
            "stockroom.stock.window");
    /** Types without a range. A setting of any other type is a number, a duration, or a group of settings. */
    private static final List<String> UNMEASURED = List.of("boolean", "java.net.URI", "java.util.Optional<java.net.URI>",
            "java.util.Map<java.lang.String, io.stockroom.shops.ShopsConfig$ShopSettings>",
            "java.util.Map<java.lang.String, io.stockroom.altegio.AltegioConfig$AccountSettings>",
            "java.util.Map<java.lang.String, io.stockroom.access.CallersConfig$Settings>", "java.lang.String",
            "java.util.Optional<java.lang.String>",
            "java.util.Optional<java.util.List<java.lang.String>>");
    private static final String MAX_DURATION = "PT9223372036854775807S";

    private final Map<String, String> values = new HashMap<>(
            Map.ofEntries(entry("altegio.url", "https://api.alteg.io/api/v1"), entry("altegio.partner-token", "partner"),
                    entry("altegio.user-token", "user"), entry("stockroom.ledger.table", "memory"),
                    entry("stockroom.webhooks.queue-url", "https://example.org/queue"),
                    entry("stockroom.webhooks.dead-letter-queue-url", "https://example.org/queue"),
                    entry("stockroom.webhooks.secrets", "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0"),
                    entry("stockroom.callers.secret",
                            "{\"shop\": {\"key\": \"8f3kq0zv5m1x7c2n9b4d\", \"locations\": 4564, \"may\": \"read\"}}"),
                    entry("stockroom.exports.bucket", "stock"), entry("stockroom.stock.queue-url", "https://example.org/queue"),
                    entry("stockroom.stock.bus", "bus")));

    /** Returns the measured settings of all mappings, with their types. */
    static Map<String, Type> measured() {
        Map<String, Type> settings = new TreeMap<>();
        for (JavaClass type : ProductClasses.all()) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                Class<?> mapping = type.reflect();
                add(mapping, mapping.getAnnotation(ConfigMapping.class).prefix(), settings);
            }
        }
        return settings;
    }

    static List<Object[]> invalidValues() {
        return measured().entrySet().stream().flatMap(setting -> {
            Set<String> invalid = new TreeSet<>(switch (setting.getValue().getTypeName()) {
                case "java.time.Duration" -> List.of("PT-1S", "PT-0.001S", "PT0S", MAX_DURATION);
                case "int" -> List.of("-1", "0", String.valueOf(Integer.MAX_VALUE), String.valueOf(Integer.MIN_VALUE));
                case "long" -> List.of("-1", "0", String.valueOf(Long.MAX_VALUE), String.valueOf(Long.MIN_VALUE));
                // A share, which may also be zero or one.
                case "java.math.BigDecimal" -> List.of("-0.1", "1.01");
                // IDs, which have no maximum.
                case "java.util.OptionalLong" -> List.of("-1", "0");
                case "java.util.Optional<java.util.Set<java.lang.Long>>" -> List.of("-1", "0", "1,0");
                default -> throw new AssertionError("No invalid values are known for " + setting);
            });
            invalid.removeIf(value -> MAY_BE_ZERO.contains(setting.getKey()) && Set.of("0", "PT0S").contains(value));
            return invalid.stream().map(value -> new Object[] {setting.getKey(), value});
        }).toList();
    }

    @Test
    void findsTheSettingsOfAllMappings() {
        assertTrue(measured().size() >= 22, () -> measured().keySet().toString());
        assertTrue(measured().keySet().containsAll(MAY_BE_ZERO));
    }

    @ParameterizedTest
    @MethodSource("invalidValues")
    void refusesAValueThatMeansNothing(String name, String value) {
        values.put(name, value);
        String variable = name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");

        Set<String> messages = ConfigCheck.FUNCTIONS.stream().map(this::message).flatMap(Optional::stream)
                .collect(toCollection(TreeSet::new));

        assertFalse(messages.isEmpty(), () -> variable + " may be " + value);
        assertTrue(messages.stream().allMatch(message -> message.matches("Invalid configuration: " + variable
                + " must be (between \\S+ and \\S+|a positive whole number|positive whole numbers separated by commas)\\.")),
                messages::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"altegio.rate.per-second=0", "altegio.rate.per-minute=0", "altegio.rate.margin=PT0S",
            "altegio.retry.base-delay=PT0S",
            "altegio.retry.base-delay=PT1M,altegio.retry.max-delay=PT1M", "altegio.circuit-breaker.failure-rate=0",
            "stockroom.search.reserve=PT0S",
            "altegio.timeout=PT30S", "stockroom.ledger.ttl=P30D", "stockroom.ledger.settle=PT1S", "stockroom.webhooks.tolerance=P36500D",
            "stockroom.webhooks.base-delay=PT1S,stockroom.webhooks.max-delay=PT1S", "stockroom.webhooks.max-delay=PT11H",
            "stockroom.exports.overlap=PT0S,stockroom.exports.margin=PT0S", "stockroom.exports.max-missing-share=0",
            "stockroom.exports.max-missing-share=1", "stockroom.exports.part-size=1000,stockroom.exports.part-rows=1"})
    void acceptsTheLimits(String settings) {
        for (String setting : settings.split(",")) {
            values.put(setting.split("=")[0], setting.split("=")[1]);
        }
        ConfigCheck.FUNCTIONS.forEach(function -> assertEquals(Optional.empty(), message(function), function));
    }

    @ParameterizedTest
    @CsvSource({"altegio.retry.base-delay,PT4S,ALTEGIO_RETRY_BASE_DELAY must not be greater than ALTEGIO_RETRY_MAX_DELAY",
            "altegio.retry.max-delay,PT0.1S,ALTEGIO_RETRY_BASE_DELAY must not be greater than ALTEGIO_RETRY_MAX_DELAY",
            "stockroom.webhooks.base-delay,PT16M,STOCKROOM_WEBHOOKS_BASE_DELAY must not be greater than STOCKROOM_WEBHOOKS_MAX_DELAY",
            "stockroom.webhooks.max-delay,PT29S,STOCKROOM_WEBHOOKS_BASE_DELAY must not be greater than STOCKROOM_WEBHOOKS_MAX_DELAY"})
    void refusesContradictorySettings(String name, String value, String error) {
        values.put(name, value);

        assertEquals(Optional.of("Invalid configuration: " + error + "."), message("apply-webhook"));
    }

    @Test
    void functionsDoNotCheckSettingsThatTheyDoNotUse() {
        values.putAll(Map.of("stockroom.ledger.settle", "PT0S", "stockroom.ledger.ttl", "PT0S", "stockroom.webhooks.tolerance", "PT0S",
                "stockroom.webhooks.base-delay", "PT0S", "stockroom.webhooks.max-delay", "PT0S"));

        assertEquals(Optional.empty(), message("list-storages"));
        assertEquals(Optional.empty(), message("search-transactions"));
        assertEquals(Optional.of("Invalid configuration: STOCKROOM_LEDGER_SETTLE must be between PT1S and PT1H;"
                + " STOCKROOM_LEDGER_TTL must be between PT24H and PT876000H."), message("create-operation"));
        assertEquals(Optional.of("Invalid configuration: STOCKROOM_WEBHOOKS_TOLERANCE must be between PT1S and PT876000H."),
                message("receive-webhook"));
    }

    private Optional<String> message(String function) {
        values.put("stockroom.function", function);
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder();
        new ConfigCheck().configBuilder(builder);
        try {
            builder.withMapping(FunctionConfig.class).withMapping(AltegioConfig.class).withMapping(SearchConfig.class)
                    .withSources(new PropertiesConfigSource(values, "test", 100)).build();
            return Optional.empty();
        } catch (ConfigValidationException e) {
            return Optional.of(e.getProblem(0).getMessage());
        }
    }

    private static void add(Class<?> group, String prefix, Map<String, Type> settings) {
        for (Method method : group.getMethods()) {
            WithName given = method.getAnnotation(WithName.class);
            String name = prefix + '.'
                    + (given == null ? method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) : given.value());
            if (method.getReturnType().getName().startsWith("io.stockroom.")) {
                add(method.getReturnType(), name, settings);
            } else if (!UNMEASURED.contains(method.getGenericReturnType().getTypeName())) {
                settings.put(name, method.getGenericReturnType());
            }
        }
    }
}
