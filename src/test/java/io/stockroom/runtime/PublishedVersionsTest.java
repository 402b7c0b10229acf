package io.stockroom.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.Slow;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A deployment reaches callers only if SAM publishes a new version of a function, and fails if SAM publishes one of a function that did
 * not change. The template is translated with SAM's own translator, where Python has it.
 */
@Slow
class PublishedVersionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PYTHON = "python3";
    private static final String WEBHOOKS = "Webhooks";
    private static final Path TEMPLATE = Path.of("template.yaml");
    private static final Set<String> ALL = Set.of("ListGoodsFunction", "ListStoragesFunction", "SearchTransactionsFunction",
            "CreateOperationFunction", "ReceiveWebhookFunction", "ApplyWebhookFunction", "AuthorizeFunction", "LogInFunction",
            "RelayFunction", "CheckSetupFunction", "ExportTransactionsFunction", "AnnounceStockFunction", "FindStockChangesFunction");

    @BeforeEach
    void needTranslator() throws Exception {
        Process check;
        try {
            check = new ProcessBuilder(PYTHON, "-c", "import samtranslator").redirectErrorStream(true).redirectOutput(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            check = null;
        }
        assumeTrue(check != null && check.waitFor() == 0, "Python with samtranslator is not installed");
    }

    @Test
    void nothingIsPublishedWithoutAChange() throws Exception {
        List<JsonNode> same = translate(List.of(Map.of(), Map.of(), Map.of("parameters", Map.of("SecretVersion", "1"))));

        assertEquals(ALL, names(same.get(0)));
        assertEquals(Set.of(), published(same.get(0), same.get(1)));
        assertEquals(Set.of(), published(same.get(0), same.get(2)));
    }

    /**
     * Without knowing the parameters: a value that changes the properties of a function publishes it, and no other value does. Webhooks are
     * enabled, so that the function that receives them depends on the secret.
     */
    @Test
    void everyParameterPublishesExactlyTheFunctionsThatItChanges() throws Exception {
        List<Map<String, Object>> cases = new ArrayList<>(List.of(Map.of("parameters", Map.of(WEBHOOKS, "true"))));
        List<String> names = new ArrayList<>(List.of("none"));
        Template.read(TEMPLATE, Map.of()).parameters().forEach((name, parameter) -> otherValues((Map<?, ?>) parameter).forEach(value -> {
            Map<String, Object> parameters = new TreeMap<>(Map.of(WEBHOOKS, "true"));
            parameters.put(name, name.equals(WEBHOOKS) ? "false" : value);
            cases.add(Map.of("parameters", parameters));
            names.add(name + "=" + value);
        }));
        List<JsonNode> translated = translate(cases);

        Map<String, Set<String>> expected = new TreeMap<>();
        Map<String, Set<String>> actual = new TreeMap<>();
        for (int i = 1; i < cases.size(); i++) {
            expected.put(names.get(i), differences(translated.get(0), translated.get(i), "properties"));
            actual.put(names.get(i), published(translated.get(0), translated.get(i)));
        }
        assertEquals(expected, actual);
        assertTrue(actual.values().stream().filter(ALL::equals).count() >= 7, actual.toString());
    }

    @ParameterizedTest
    @CsvSource({"SecretVersion,2026-12-01", "AltegioLocations,'4564,4565'", "AltegioUrl,https://example.org/api/v1",
            "Access,keys", "Access,iam", "Architecture,x86_64", "AltegioDefaultMasterId,7"})
    void aParameterOfAllFunctionsPublishesAll(String name, String value) throws Exception {
        List<JsonNode> translated = translate(List.of(Map.of(), Map.of("parameters", Map.of(name, value))));

        assertEquals(ALL, published(translated.get(0), translated.get(1)));
    }

    @ParameterizedTest
    @CsvSource({"AltegioAccess,password", "SecretAccess,runtime"})
    void howAltegiosCredentialsAreReadPublishesTheFunctionsThatCallIt(String name, String value) throws Exception {
        List<JsonNode> translated = translate(List.of(Map.of(), Map.of("parameters", Map.of(name, value))));
        Set<String> callers = new TreeSet<>(ALL);
        callers.removeAll(Set.of("AuthorizeFunction", "LogInFunction", "ReceiveWebhookFunction"));

        assertEquals(callers, published(translated.get(0), translated.get(1)));
    }

    @Test
    void theSecretPublishesTheFunctionsThatGetAPartOfIt() throws Exception {
        List<JsonNode> translated = translate(List.of(Map.of(), Map.of("parameters", Map.of("AltegioSecret", "other"))));
        Set<String> readers = new TreeSet<>(ALL);
        readers.removeAll(Set.of("AuthorizeFunction", "LogInFunction"));

        assertEquals(readers, published(translated.get(0), translated.get(1)));
    }

    @Test
    void theLedgersTablePublishesTheFunctionsThatUseIt() throws Exception {
        List<JsonNode> translated = translate(List.of(Map.of(), Map.of("parameters", Map.of("LedgerTable", "stockroom-Ledger-1")),
                Map.of("parameters", Map.of("LedgerTable", "stockroom-Ledger-2"))));

        assertEquals(Set.of("CreateOperationFunction", "ApplyWebhookFunction", "RelayFunction", "ListStoragesFunction", "ListGoodsFunction",
                "SearchTransactionsFunction", "CheckSetupFunction", "ExportTransactionsFunction", "AnnounceStockFunction",
                "FindStockChangesFunction"),
                published(translated.get(0), translated.get(1)));
        assertEquals(Set.of("CreateOperationFunction", "ApplyWebhookFunction", "RelayFunction", "ListStoragesFunction", "ListGoodsFunction",
                "SearchTransactionsFunction", "CheckSetupFunction", "ExportTransactionsFunction", "AnnounceStockFunction",
                "FindStockChangesFunction"),
                published(translated.get(1), translated.get(2)));
    }

    @Test
    void theCallersSecretPublishesTheFunctionsThatKnowTheCallers() throws Exception {
        List<JsonNode> translated = translate(List.of(Map.of(), Map.of("parameters", Map.of("CallersSecret", "other"))));

        assertEquals(Set.of("AuthorizeFunction", "LogInFunction"), published(translated.get(0), translated.get(1)));
    }

    @Test
    void newCodePublishesAllFunctionsWhateverTheParameters() throws Exception {
        List<JsonNode> translated = translate(List.of(Map.of("parameters", Map.of("SecretVersion", "2")),
                Map.of("parameters", Map.of("SecretVersion", "2"), "code", "fedcba9876543210")));

        assertEquals(ALL, published(translated.get(0), translated.get(1)));
    }

    @ParameterizedTest
    @CsvSource({"MemorySize,512", "Tracing,PassThrough", "Description,other", "Runtime,provided.al2", "Handler,other"})
    void aChangedPropertyInTheTemplatePublishesAllFunctions(String property, String value) throws Exception {
        List<JsonNode> translated = translate(List.of(Map.of(), Map.of("globals", Map.of(property, value))));

        assertEquals(ALL, published(translated.get(0), translated.get(1)));
    }

    @Test
    void aChangedTimeoutPublishesTheFunctionsWithoutOneOfTheirOwn() throws Exception {
        List<JsonNode> translated = translate(List.of(Map.of(), Map.of("globals", Map.of("Timeout", 20))));
        Set<String> others = new TreeSet<>(ALL);
        others.remove("ApplyWebhookFunction");
        others.remove("CheckSetupFunction");
        others.remove("ExportTransactionsFunction");
        others.remove("AnnounceStockFunction");
        others.remove("FindStockChangesFunction");

        assertEquals(others, published(translated.get(0), translated.get(1)));
    }

    /** The list of parameters stands in a property that must never take effect: a key that does not exist would fail the deployment. */
    @Test
    void theListOfParametersReachesNoFunction() throws Exception {
        for (JsonNode function : translate(List.of(Map.of())).get(0)) {
            assertEquals(Set.of("S3Bucket", "S3Key"), names(function.at("/properties/Code")));
        }
    }

    private static List<String> otherValues(Map<?, ?> parameter) {
        String usual = String.valueOf(parameter.get("Default"));
        if (parameter.get("AllowedValues") instanceof List<?> values) {
            return values.stream().map(String::valueOf).filter(value -> !value.equals(usual)).toList();
        }
        return List.of("Number".equals(parameter.get("Type")) ? "41" : usual + "1");
    }

    private static Set<String> published(JsonNode before, JsonNode after) {
        return differences(before, after, "version");
    }

    private static Set<String> differences(JsonNode before, JsonNode after, String what) {
        Set<String> different = names(before);
        different.removeIf(name -> before.get(name).get(what).equals(after.get(name).get(what)));
        return different;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<JsonNode> translate(List<Map<String, Object>> cases) throws Exception {
        Process translator = new ProcessBuilder(PYTHON, "src/test/sam/translate.py", TEMPLATE.toString()).redirectError(Redirect.DISCARD)
                .start();
        try (var input = translator.getOutputStream()) {
            input.write(JSON.writeValueAsString(cases).getBytes(UTF_8));
        }
        byte[] output = translator.getInputStream().readAllBytes();
        assertEquals(0, translator.waitFor(), "translate.py failed");
        List<JsonNode> results = new ArrayList<>();
        JSON.readTree(output).forEach(results::add);
        assertNotEquals(0, results.size());
        return results;
    }
}
