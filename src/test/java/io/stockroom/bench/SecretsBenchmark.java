package io.stockroom.bench;

import io.stockroom.local.sandbox.PrecomputedResponses;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.LocalAuthority;
import io.stockroom.runtime.Scratch;
import io.stockroom.secrets.LocalSecretsManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares starts of list-storages by where the credentials are: in the environment, in a secret of one account, or in a full secret.
 * Altegio and Secrets Manager are called over HTTPS.
 */
final class SecretsBenchmark {

    private static final int MAX_SECRET_BYTES = 65_536;

    private static final List<Measure> MEASURES = List.of(Measure.FIRST_POLL, Measure.FIRST_RESPONSE, Measure.SHARED_CPU_RESPONSE,
            Measure.CPU, Measure.FIRST_CALL_CPU, Measure.FIRST_RSS);

    private enum Place {
        ENVIRONMENT("in the environment"), SECRET("in a secret of one account"), FULL_SECRET("in a secret of 64 KB, 300 accounts");

        private final String title;

        Place(String title) {
            this.title = title;
        }
    }

    private final Settings settings;
    private final Upstream altegio;
    private final LocalSecretsManager secretsManager;
    private final Map<String, String> trust;
    private final String option;
    private final Map<Contender, Map<Place, List<Map<Measure, Double>>>> runs = new LinkedHashMap<>();

    private SecretsBenchmark(Settings settings, Upstream altegio, LocalSecretsManager secretsManager, Map<String, String> trust) {
        this.settings = settings;
        this.altegio = altegio;
        this.secretsManager = secretsManager;
        this.trust = trust;
        // The AWS SDK's HTTP client has the trust store of Java, and not that of Quarkus.
        this.option = "-Djavax.net.ssl.trustStore=" + trust.get("QUARKUS_TLS_TRUST_STORE_JKS_PATH");
    }

    static SecretsBenchmark measure(List<Contender> contenders, Settings settings, Consumer<String> progress) {
        Path folder = Scratch.folder("authority");
        LocalAuthority authority = LocalAuthority.in(folder);
        try (Upstream altegio = Upstream.secured(PrecomputedResponses.of(0), authority);
                LocalSecretsManager secretsManager = LocalSecretsManager.secured(Tls.server(authority))) {
            for (Place place : Place.values()) {
                secretsManager.put(place.name(), secret(place));
            }
            SecretsBenchmark benchmark = new SecretsBenchmark(settings, altegio, secretsManager, Tls.environment(authority, folder));
            for (int round = 0; round <= settings.rounds(); round++) {
                progress.accept(round == 0 ? "Warming up" : "Round " + round + " of " + settings.rounds());
                benchmark.round(round, contenders.stream().filter(each -> each.code() instanceof Artifact && each.callsAltegio()).toList());
            }
            return benchmark;
        } finally {
            Scratch.delete(folder);
        }
    }

    private void round(int round, List<Contender> contenders) {
        List<Place> order = new ArrayList<>(List.of(Place.values()));
        Collections.rotate(order, 1 - round);
        for (Contender contender : contenders) {
            for (Place place : order) {
                int before = secretsManager.reads();
                InstanceRun run = InstanceRun.of(contender, function(place), 2, new double[0], option);
                if (round > 0) {
                    run.withSharedCpu(contender, function(place), option);
                    runs.computeIfAbsent(contender, first -> new EnumMap<>(Place.class))
                            .computeIfAbsent(place, first -> new ArrayList<>()).add(run.figures());
                }
                if (secretsManager.reads() > before == (place == Place.ENVIRONMENT)) {
                    throw new IllegalStateException(secretsManager.reads() - before + " readings with credentials " + place.title);
                }
            }
        }
    }

    private Function function(Place place) {
        Function function = Contender.function("ListStoragesFunction", altegio.url());
        if (place != Place.ENVIRONMENT) {
            function = function.without("ALTEGIO_PARTNER_TOKEN").without("ALTEGIO_USER_TOKEN")
                    .withAll(Map.of("ALTEGIO_SECRETS", place.name(), "ALTEGIO_SECRETS_URL", secretsManager.url()));
        }
        return function.withAll(trust);
    }

    private static String secret(Place place) {
        String start = "{\"partner_token\": \"bench-partner\", \"user_token\": \"bench-user\"";
        if (place == Place.FULL_SECRET) {
            start += IntStream.rangeClosed(1, 300).mapToObj(number -> "\"salon" + number + "\": {\"locations\": [" + number
                    + "], \"user_token\": \"" + "t".repeat(140) + number + "\"}")
                    .collect(Collectors.joining(",", ", \"accounts\": {", "}, \"comment\": \""));
            return start + "c".repeat(MAX_SECRET_BYTES - start.length() - 2) + "\"}";
        }
        return start + "}";
    }

    void report(Report report) {
        runs.forEach((contender, places) -> {
            report.section("Credentials at run time: " + contender.name());
            report.paragraph(
                    "list-storages, one call to Altegio and one to Secrets Manager over HTTPS on this machine: medians and quartiles of "
                            + settings.rounds()
                            + " instances; then the differences to credentials in the environment, calculated per round.");
            List<String> header = new ArrayList<>(List.of(""));
            places.keySet().forEach(place -> header.add(place.title));
            List<List<String>> rows = new ArrayList<>();
            measured(places).forEach(measure -> rows.add(row(measure, "", places.keySet().stream().map(
                    place -> Statistics.of(values(places, place, measure))).toList())));
            measured(places).forEach(measure -> rows.add(row(measure, ", added", places.keySet().stream().map(
                    place -> Statistics.of(added(places, place, measure))).toList())));
            report.table(header, rows);
        });
    }

    /** Returns the measures that are available on this machine. */
    private static List<Measure> measured(Map<Place, List<Map<Measure, Double>>> places) {
        return MEASURES.stream().filter(measure -> places.values().stream().flatMap(List::stream).allMatch(run -> run.containsKey(measure)))
                .toList();
    }

    private static List<String> row(Measure measure, String suffix, List<Statistics> cells) {
        List<String> row = new ArrayList<>(List.of(measure.title() + suffix + ", " + measure.unit()));
        cells.forEach(cell -> row.add(cell.text(measure.decimals())));
        return row;
    }

    private static List<Double> values(Map<Place, List<Map<Measure, Double>>> places, Place place, Measure measure) {
        return places.get(place).stream().map(run -> run.get(measure)).toList();
    }

    private static List<Double> added(Map<Place, List<Map<Measure, Double>>> places, Place place, Measure measure) {
        List<Double> baseline = values(places, Place.ENVIRONMENT, measure);
        List<Double> values = values(places, place, measure);
        return IntStream.range(0, baseline.size()).mapToObj(round -> values.get(round) - baseline.get(round)).toList();
    }
}
