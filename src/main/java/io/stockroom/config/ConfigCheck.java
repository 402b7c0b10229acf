package io.stockroom.config;

import io.quarkus.restclient.config.RestClientKeysProvider;
import io.smallrye.config.ConfigValidationException.Problem;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidator;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.transactions.SearchConfig;
import io.stockroom.webhooks.Secret;
import io.stockroom.webhooks.WebhooksConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Stops the start with one sentence that names every value that is missing or contradictory, and shows none. As part of
 * the configuration itself it speaks before the poll for events begins, so that the sentence is all there is to read.
 */
public final class ConfigCheck implements ConfigValidator, SmallRyeConfigBuilderCustomizer {

    /** The names of all handlers. */
    public static final List<String> FUNCTIONS = List.of("apply-webhook", "create-operation", "list-storages",
            "receive-webhook", "search-transactions");

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        builder.withValidator(this);
        // Without a name to look under, Quarkus takes each of its own settings for the name of a REST client and looks up a hundred
        // more under it. Stockroom's clients have none: see altegio.Clients.
        RestClientKeysProvider.KEYS.add("none");
    }

    /** After Quarkus' own, which begins with an empty list of names. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void validateMapping(Class<?> mapping, String prefix, Object config) {
        List<String> complaints = config instanceof AltegioConfig altegio ? complaints(altegio)
                : config instanceof FunctionConfig function ? complaints(function)
                : config instanceof SearchConfig search ? complaints(search)
                : List.of();
        if (!complaints.isEmpty()) {
            throw new ConfigValidationException(new Problem[] {
                    new Problem("Stockroom can't start: " + String.join("; ", complaints) + ".")});
        }
    }

    private static List<String> complaints(FunctionConfig config) {
        return switch (config.function().filter(FUNCTIONS::contains).orElse("")) {
            case "" -> List.of("QUARKUS_LAMBDA_HANDLER must be one of " + String.join(", ", FUNCTIONS));
            case "receive-webhook" -> receiving(config.webhooks());
            case "apply-webhook" -> applying(config.webhooks());
            default -> List.of();
        };
    }

    private static List<String> receiving(WebhooksConfig config) {
        List<String> complaints = new ArrayList<>(queue("STOCKROOM_WEBHOOKS_QUEUE_URL", config.queueUrl()));
        if (config.secrets().isEmpty()) {
            complaints.add("STOCKROOM_WEBHOOKS_SECRETS is missing");
        }
        config.secrets().orElse(List.of()).forEach(secret -> {
            try {
                Secret.of(secret);
            } catch (IllegalArgumentException e) {
                complaints.add("STOCKROOM_WEBHOOKS_SECRETS " + e.getMessage());
            }
        });
        if (config.tolerance().isNegative() || config.tolerance().isZero()) {
            complaints.add("STOCKROOM_WEBHOOKS_TOLERANCE must be a positive duration");
        }
        return complaints.stream().distinct().toList();
    }

    private static List<String> applying(WebhooksConfig config) {
        List<String> complaints = new ArrayList<>(queue("STOCKROOM_WEBHOOKS_QUEUE_URL", config.queueUrl()));
        complaints.addAll(queue("STOCKROOM_WEBHOOKS_DEAD_LETTER_QUEUE_URL", config.deadLetterQueueUrl()));
        if (config.firstWait().compareTo(Duration.ofSeconds(1)) < 0 || config.longestWait().compareTo(config.firstWait()) < 0) {
            complaints.add("STOCKROOM_WEBHOOKS_FIRST_WAIT must be at least a second, and STOCKROOM_WEBHOOKS_LONGEST_WAIT no shorter");
        }
        return complaints;
    }

    private static List<String> queue(String name, Optional<String> url) {
        return url.filter(text -> text.matches("https?://\\S+")).isPresent() ? List.of() : List.of(name + " must be a queue's URL");
    }

    private static List<String> complaints(SearchConfig config) {
        List<String> complaints = new ArrayList<>();
        if (config.pageSize() < 1 || config.pageSize() > 1000) {
            complaints.add("STOCKROOM_SEARCH_PAGE_SIZE must be 1 to 1000");
        }
        if (config.fetchAhead() < 1 || config.fetchAhead() > 50) {
            complaints.add("STOCKROOM_SEARCH_FETCH_AHEAD must be 1 to 50");
        }
        if (config.answerSize() < 1000 || config.answerSize() > 6_225_920) {
            complaints.add("STOCKROOM_SEARCH_ANSWER_SIZE must be 1000 to 6225920");
        }
        if (config.reserve().isNegative()) {
            complaints.add("STOCKROOM_SEARCH_RESERVE must not be negative");
        }
        return complaints;
    }

    private static List<String> complaints(AltegioConfig config) {
        List<String> complaints = new ArrayList<>();
        if (config.url().getHost() == null || !List.of("http", "https").contains(config.url().getScheme())) {
            complaints.add("ALTEGIO_URL must be an http or https address");
        }
        if (config.partnerToken().isEmpty()) {
            complaints.add("ALTEGIO_PARTNER_TOKEN is missing");
        }
        if (config.login().isPresent() != config.password().isPresent()) {
            complaints.add("ALTEGIO_LOGIN and ALTEGIO_PASSWORD go together, and one of them is missing");
        } else if (config.userToken().isEmpty() && config.login().isEmpty()) {
            complaints.add("ALTEGIO_USER_TOKEN, or ALTEGIO_LOGIN and ALTEGIO_PASSWORD, is missing");
        }
        for (String name : secretsNoHeaderCarries(config)) {
            complaints.add(name + " has a character that no header may carry");
        }
        if (config.locations().orElse(Set.of()).stream().anyMatch(location -> location <= 0)) {
            complaints.add("ALTEGIO_LOCATIONS must be positive numbers");
        }
        if (config.defaultMasterId().orElse(1) <= 0) {
            complaints.add("ALTEGIO_DEFAULT_MASTER_ID must be a positive number");
        }
        if (config.timeout().isNegative() || config.timeout().isZero()) {
            complaints.add("ALTEGIO_TIMEOUT must be a positive duration");
        }
        complaints.addAll(Ranges.complaints(config));
        return complaints;
    }

    /** A line's end read along with a token, say: the HTTP client would refuse it at each request, and quote it. */
    private static List<String> secretsNoHeaderCarries(AltegioConfig config) {
        Map<String, Optional<String>> tokens = new TreeMap<>(Map.of("ALTEGIO_PARTNER_TOKEN", config.partnerToken(),
                "ALTEGIO_USER_TOKEN", config.userToken()));
        tokens.values().removeIf(token -> token.isEmpty() || token.get().chars().allMatch(c -> c > ' ' && c < 0x7f && c != ','));
        return List.copyOf(tokens.keySet());
    }
}
