package io.stockroom.config;

import io.quarkus.restclient.config.RestClientKeysProvider;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidationException.Problem;
import io.smallrye.config.ConfigValidator;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.stockroom.access.CallerEntries;
import io.stockroom.access.CallersConfig;
import io.stockroom.altegio.AccountEntries;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.exports.ExportsConfig;
import io.stockroom.http.AccessConfig;
import io.stockroom.http.PublicConfig;
import io.stockroom.lists.SearchConfig;
import io.stockroom.operations.LedgerConfig;
import io.stockroom.relay.RelayRoutes;
import io.stockroom.shops.Shops;
import io.stockroom.stock.StockConfig;
import io.stockroom.webhooks.SigningSecret;
import io.stockroom.webhooks.WebhookTokens;
import io.stockroom.webhooks.WebhooksConfig;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stops the start with one message that names every missing or contradictory setting and shows no value. As part of the
 * configuration itself it runs before the polling for events begins, so that the message is the only output.
 */
public final class ConfigCheck implements ConfigValidator, SmallRyeConfigBuilderCustomizer {

    /** The names of all handlers. */
    public static final List<String> FUNCTIONS = List.of("announce-stock", "apply-webhook", "authorize", "check-setup",
            "create-operation", "export-transactions", "find-stock-changes", "list-goods", "list-storages", "log-in", "receive-webhook",
            "relay", "search-transactions");
    private static final String STOCK_QUEUE_URL = "STOCKROOM_STOCK_QUEUE_URL";
    /** The functions that need callers with keys. */
    private static final Set<String> CALLER_FUNCTIONS = Set.of("authorize", "log-in");
    /** The functions that never call Altegio. Anyone can reach them, so that the template gives them no credentials. */
    private static final Set<String> FUNCTIONS_WITHOUT_ALTEGIO = Set.of("authorize", "log-in", "receive-webhook");

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        builder.withValidator(this);
        builder.withInterceptorFactories(LiteralEnvironment.factory());
        // If no REST client has a key, Quarkus takes each of its own settings for one and looks up a hundred more settings under it.
        // Stockroom's clients have no key: see AltegioClientProducer.
        RestClientKeysProvider.KEYS.add("none");
    }

    /** Runs after Quarkus's own customizer, which begins with an empty list of keys. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void validateMapping(Class<?> mapping, String prefix, Object config) {
        List<String> errors = errors(config);
        if (!errors.isEmpty()) {
            throw new ConfigValidationException(new Problem[] {new Problem("Invalid configuration: " + String.join("; ", errors) + ".")});
        }
    }

    private static List<String> errors(Object config) {
        if (config instanceof AltegioConfig altegio) {
            return errors(altegio);
        }
        if (config instanceof FunctionConfig function) {
            return errors(function);
        }
        if (config instanceof PublicConfig api) {
            return api.url().filter(url -> !isHttp(url) || url.getQuery() != null).isEmpty() ? List.of()
                    : List.of("STOCKROOM_PUBLIC_URL must be the base URL of the API, such as https://api.example.com/stock");
        }
        return config instanceof SearchConfig search ? RangeCheck.errors(search) : List.of();
    }

    private static List<String> errors(FunctionConfig config) {
        List<String> errors = new ArrayList<>(ownErrors(config));
        errors.addAll(callerErrors(config));
        if (config.access().mode().filter(mode -> !AccessConfig.MODES.contains(mode)).isPresent()) {
            errors.add("STOCKROOM_ACCESS_MODE must be one of " + String.join(", ", AccessConfig.MODES));
        }
        return errors;
    }

    private static List<String> ownErrors(FunctionConfig config) {
        return switch (config.function().filter(FUNCTIONS::contains).orElse("")) {
            case "" -> List.of("QUARKUS_LAMBDA_HANDLER must be one of " + String.join(", ", FUNCTIONS));
            case "announce-stock", "find-stock-changes" -> stockErrors(config);
            case "receive-webhook" -> receiveWebhookErrors(config);
            case "apply-webhook" -> applyWebhookErrors(config);
            case "create-operation" -> createOperationErrors(config);
            case "check-setup" -> checkSetupErrors(config);
            case "export-transactions" -> exportTransactionsErrors(config);
            case "log-in" -> RangeCheck.errors(config.session());
            case "relay" -> relayErrors(config);
            default -> List.of();
        };
    }

    /** Deployed, only two functions know the callers; the local gateway runs all functions in one process. */
    private static List<String> callerErrors(FunctionConfig function) {
        CallersConfig config = function.callers();
        boolean knowsCallers = function.function().filter(CALLER_FUNCTIONS::contains).isPresent();
        return knowsCallers || config.secret().isPresent() || !config.byName().isEmpty() ? CallerEntries.errors(config) : List.of();
    }

    private static List<String> checkSetupErrors(FunctionConfig config) {
        List<String> errors = new ArrayList<>(Shops.errors(config.shops(), false));
        errors.addAll(ledgerErrors(config.ledger()));
        errors.addAll(exportsErrors(config.exports()));
        if (config.webhooks().queueUrl().isPresent()) {
            errors.addAll(queueErrors(config.webhooks()));
        }
        if (config.stock().queueUrl().isPresent()) {
            errors.addAll(queueUrlErrors(STOCK_QUEUE_URL, config.stock().queueUrl()));
        }
        errors.addAll(busUrlErrors(config.stock()));
        return errors;
    }

    private static List<String> exportTransactionsErrors(FunctionConfig config) {
        List<String> errors = new ArrayList<>(ledgerErrors(config.ledger()));
        errors.addAll(exportsErrors(config.exports()));
        if (config.exports().bucket().isEmpty()) {
            errors.add("STOCKROOM_EXPORTS_BUCKET is required");
        }
        return errors;
    }

    private static List<String> exportsErrors(ExportsConfig config) {
        List<String> errors = new ArrayList<>(RangeCheck.errors(config));
        if (config.bucket().filter(name -> !name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")).isPresent()) {
            errors.add("STOCKROOM_EXPORTS_BUCKET must be the name of an S3 bucket");
        }
        if (config.s3Url().filter(url -> !isHttp(url)).isPresent()) {
            errors.add("STOCKROOM_EXPORTS_S3_URL must be an http or https URL");
        }
        if (config.lambdaUrl().filter(url -> !isHttp(url)).isPresent()) {
            errors.add("STOCKROOM_EXPORTS_LAMBDA_URL must be an http or https URL");
        }
        if (config.locations().orElse(Set.of()).stream().anyMatch(location -> location <= 0)) {
            errors.add("STOCKROOM_EXPORTS_LOCATIONS must be positive whole numbers separated by commas");
        }
        return errors;
    }

    private static List<String> createOperationErrors(FunctionConfig config) {
        List<String> errors = new ArrayList<>(ledgerErrors(config.ledger()));
        errors.addAll(RangeCheck.errors(config.repeat()));
        errors.addAll(ownBookingErrors(config.stock()));
        return errors;
    }

    /** The relay passes bookings on to the function that books them. */
    private static List<String> relayErrors(FunctionConfig config) {
        List<String> errors = new ArrayList<>(createOperationErrors(config));
        errors.addAll(RelayRoutes.errors(config.relay()));
        return errors;
    }

    private static List<String> receiveWebhookErrors(FunctionConfig function) {
        WebhooksConfig config = function.webhooks();
        List<String> errors = new ArrayList<>(queueUrlErrors("STOCKROOM_WEBHOOKS_QUEUE_URL", config.queueUrl()));
        try {
            if (SigningSecret.listOf(config.secrets()).isEmpty() && !Shops.areIn(function.shops()) && config.altegioTokens().isEmpty()) {
                errors.add("STOCKROOM_WEBHOOKS_SECRETS is required");
            }
        } catch (IllegalArgumentException e) {
            errors.add("STOCKROOM_WEBHOOKS_SECRETS " + e.getMessage());
        }
        errors.addAll(altegioTokenErrors(config, function.stock()));
        errors.addAll(RangeCheck.receiveWebhookErrors(config));
        errors.addAll(Shops.errors(function.shops(), true));
        return errors;
    }

    private static List<String> altegioTokenErrors(WebhooksConfig config, StockConfig stock) {
        if (config.altegioTokens().isEmpty()) {
            return List.of();
        }
        List<String> errors = new ArrayList<>(queueUrlErrors(STOCK_QUEUE_URL, stock.queueUrl()));
        WebhookTokens.error(config.altegioTokens()).ifPresent(error -> errors.add("STOCKROOM_WEBHOOKS_ALTEGIO_TOKENS " + error));
        errors.addAll(RangeCheck.errors(stock));
        return errors;
    }

    private static List<String> stockErrors(FunctionConfig config) {
        List<String> errors = new ArrayList<>(queueUrlErrors(STOCK_QUEUE_URL, config.stock().queueUrl()));
        if (config.stock().bus().isEmpty() && config.function().filter("announce-stock"::equals).isPresent()) {
            errors.add("STOCKROOM_STOCK_BUS must be the name of an event bus");
        }
        errors.addAll(busUrlErrors(config.stock()));
        errors.addAll(RangeCheck.errors(config.stock()));
        errors.addAll(ledgerErrors(config.ledger()));
        return errors;
    }

    private static List<String> busUrlErrors(StockConfig config) {
        return config.busUrl().filter(url -> !isHttp(url)).isPresent() ? List.of("STOCKROOM_STOCK_BUS_URL must be an http or https URL")
                : List.of();
    }

    /** A function that books needs the queue only if it announces what it books. */
    private static List<String> ownBookingErrors(StockConfig config) {
        return config.ownBookings() ? queueUrlErrors(STOCK_QUEUE_URL, config.queueUrl()) : List.of();
    }

    private static List<String> applyWebhookErrors(FunctionConfig config) {
        List<String> errors = new ArrayList<>(queueErrors(config.webhooks()));
        errors.addAll(RangeCheck.applyWebhookErrors(config.webhooks()));
        errors.addAll(RangeCheck.errors(config.orders()));
        errors.addAll(Shops.errors(config.shops(), false));
        errors.addAll(ledgerErrors(config.ledger()));
        errors.addAll(ownBookingErrors(config.stock()));
        return errors;
    }

    /** Without a table, each instance would have its own keys, and lose them when it ends: that must be wanted. */
    private static List<String> ledgerErrors(LedgerConfig config) {
        List<String> errors = new ArrayList<>(RangeCheck.errors(config));
        if (config.table().isEmpty()) {
            errors.add("STOCKROOM_LEDGER_TABLE must be the name of a DynamoDB table, or " + LedgerConfig.MEMORY
                    + " for keys that end with the process");
        }
        return errors;
    }

    private static List<String> queueErrors(WebhooksConfig config) {
        List<String> errors = new ArrayList<>(queueUrlErrors("STOCKROOM_WEBHOOKS_QUEUE_URL", config.queueUrl()));
        errors.addAll(queueUrlErrors("STOCKROOM_WEBHOOKS_DEAD_LETTER_QUEUE_URL", config.deadLetterQueueUrl()));
        return errors;
    }

    private static List<String> queueUrlErrors(String name, Optional<String> url) {
        return url.filter(text -> text.matches("https?://\\S+")).isPresent() ? List.of()
                : List.of(name + " must be the URL of an SQS queue");
    }

    private static List<String> errors(AltegioConfig config) {
        List<String> errors = new ArrayList<>();
        if (!isHttp(config.url())) {
            errors.add("ALTEGIO_URL must be an http or https URL");
        }
        if (config.secretsUrl().filter(url -> !isHttp(url)).isPresent()) {
            errors.add("ALTEGIO_SECRETS_URL must be an http or https URL");
        }
        if (config.function().filter(FUNCTIONS_WITHOUT_ALTEGIO::contains).isEmpty()) {
            errors.addAll(credentialsErrors(config));
        }
        if (config.locations().orElse(Set.of()).stream().anyMatch(location -> location <= 0)) {
            errors.add("ALTEGIO_LOCATIONS must be positive whole numbers separated by commas");
        }
        if (config.defaultMasterId().orElse(1) <= 0) {
            errors.add("ALTEGIO_DEFAULT_MASTER_ID must be a positive whole number");
        }
        errors.addAll(RangeCheck.errors(config));
        return errors;
    }

    private static List<String> credentialsErrors(AltegioConfig config) {
        List<String> errors = new ArrayList<>();
        if (config.partnerToken().isEmpty() && config.secrets().isEmpty()) {
            errors.add("ALTEGIO_PARTNER_TOKEN is required");
        }
        if (config.partnerToken().filter(token -> !AccountEntries.isToken(token)).isPresent()) {
            errors.add("ALTEGIO_PARTNER_TOKEN contains characters that are not allowed in an HTTP header");
        }
        errors.addAll(config.secrets().isPresent() ? secretsErrors(config) : AccountEntries.errors(config));
        return errors;
    }

    /** Credentials beside the secrets would never be used: a rotation of them, or an account among them, would have no effect. */
    private static List<String> secretsErrors(AltegioConfig config) {
        Map<String, Boolean> unused = new LinkedHashMap<>();
        unused.put("ALTEGIO_PARTNER_TOKEN", config.partnerToken().isPresent());
        unused.put("ALTEGIO_USER_TOKEN", config.userToken().isPresent());
        unused.put("ALTEGIO_LOGIN", config.login().isPresent());
        unused.put("ALTEGIO_PASSWORD", config.password().isPresent());
        unused.put("ALTEGIO_ACCOUNTS_*", !config.accounts().isEmpty());
        unused.values().removeIf(isSet -> !isSet);
        return unused.isEmpty() ? List.of()
                : List.of("with ALTEGIO_SECRETS, all credentials are in Secrets Manager: remove " + String.join(", ", unused.keySet()));
    }

    private static boolean isHttp(URI url) {
        return url.getHost() != null && List.of("http", "https").contains(url.getScheme());
    }
}
