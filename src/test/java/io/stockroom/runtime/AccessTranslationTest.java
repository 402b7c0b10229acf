package io.stockroom.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.Slow;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP API that SAM makes of the template for each value of {@code Access}. */
@Slow
class AccessTranslationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEMPLATE = "template.yaml";
    private static final Set<String> WEBHOOKS = Stream.of("operations/{location_id}", "shops/{shop}", "altegio/{location_id}",
            "altegio/{location_id}/{token}").flatMap(path -> Stream.of("POST /webhooks/" + path, "POST /api/v1/webhooks/" + path))
            .collect(Collectors.toSet());
    private static final Set<String> LOG_IN = Set.of("POST /auth", "POST /api/v1/auth");

    @BeforeEach
    void needTranslator() throws Exception {
        assumeTrue(succeeds("python3", "-c", "import samtranslator"), "Python with samtranslator is not installed");
    }

    @ParameterizedTest
    @CsvSource({"'',false,AWS_IAM", "'',true,Jwt", "iam,false,AWS_IAM", "iam,true,AWS_IAM", "jwt,true,Jwt", "keys,false,Keys",
            "keys,true,Keys"})
    void allRoutesHaveOneAuthorizer(String access, boolean withJwt, String scheme) throws Exception {
        JsonNode api = translate(access, withJwt, Map.of("Webhooks", "true")).get("Api").get("Body");

        Map<String, String> schemes = new TreeMap<>();
        api.get("paths").properties().forEach(path -> path.getValue().properties().forEach(
                route -> schemes.put(route.getKey().toUpperCase() + " " + path.getKey(), route.getValue().path("security").toString())));
        Set<String> expected = new TreeSet<>(WEBHOOKS);
        expected.addAll(scheme.equals("Keys") ? LOG_IN : Set.of());
        Set<String> open = new TreeSet<>(schemes.keySet());
        open.removeIf(route -> !schemes.get(route).isEmpty());
        schemes.keySet().removeAll(open);

        // Signatures and tokens protect the webhooks, and the log-in checks the key itself.
        assertEquals(expected, open);
        assertTrue(schemes.size() >= 3);
        assertEquals(Set.of("[{\"" + scheme + "\":[]}]"), Set.copyOf(schemes.values()));
        assertTrue(api.at("/components/securitySchemes").has(scheme));
    }

    @Test
    void theAuthorizerIsAskedForEachRequest() throws Exception {
        JsonNode resources = translate("keys", false);
        JsonNode authorizer = resources.at("/Api/Body/components/securitySchemes/Keys/x-amazon-apigateway-authorizer");

        assertEquals("request 2.0 true 0", authorizer.get("type").asText() + ' ' + authorizer.get("authorizerPayloadFormatVersion").asText()
                + ' ' + authorizer.get("enableSimpleResponses").asText() + ' ' + authorizer.get("authorizerResultTtlInSeconds").asText());
        // API Gateway would respond itself to a request without one of them, with a body that clients of Altegio do not read.
        assertFalse(authorizer.has("identitySource"));
        assertEquals("arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/${AuthorizeFunctionAliaslive}/invocations",
                authorizer.get("authorizerUri").asText());
        assertEquals("AuthorizeFunctionAliaslive", resources.at("/AuthorizePermission/FunctionName/Ref").asText());
        assertEquals("arn:aws:execute-api:eu-central-1:123456789012:${Api}/authorizers/*",
                resources.at("/AuthorizePermission/SourceArn").asText());
    }

    @Test
    void attemptsToLogInAreThrottled() throws Exception {
        JsonNode settings = translate("keys", false).at("/ApiApiGatewayDefaultStage/RouteSettings");

        assertEquals(2, settings.size(), settings::toString);
        settings.forEach(route -> assertEquals(2, route.get("ThrottlingRateLimit").asInt()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "iam", "jwt"})
    void withoutKeysThereIsNeitherAnAuthorizerNorALogIn(String access) throws Exception {
        JsonNode resources = translate(access, true);

        resources.fieldNames().forEachRemaining(name -> assertFalse(name.startsWith("Authorize") || name.startsWith("LogIn"), name));
        assertFalse(resources.at("/Api/Body/components/securitySchemes").has("Keys"));
        assertEquals("{}", resources.at("/ApiApiGatewayDefaultStage/RouteSettings").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "iam", "jwt", "keys"})
    void theTemplateIsValidForEachAccess(String access) throws Exception {
        assumeTrue(succeeds("cfn-lint", "--version"), "cfn-lint is not installed");

        assertTrue(succeeds("cfn-lint", "--parameters", "Access=" + access, "JwtIssuer=https://issuer.example", "JwtAudience=stockroom",
                "--", TEMPLATE));
    }

    private static JsonNode translate(String access, boolean withJwt) throws Exception {
        return translate(access, withJwt, Map.of());
    }

    private static JsonNode translate(String access, boolean withJwt, Map<String, String> others) throws Exception {
        Map<String, String> parameters = new TreeMap<>(others);
        parameters.put("Access", access);
        if (withJwt) {
            parameters.putAll(Map.of("JwtIssuer", "https://issuer.example", "JwtAudience", "stockroom"));
        }
        Process translator = new ProcessBuilder("python3", "src/test/sam/translate.py", TEMPLATE, "--api")
                .redirectError(Redirect.DISCARD).start();
        try (var input = translator.getOutputStream()) {
            input.write(JSON.writeValueAsString(new Object[] {Map.of("parameters", parameters)}).getBytes(UTF_8));
        }
        byte[] output = translator.getInputStream().readAllBytes();
        assertEquals(0, translator.waitFor(), "translate.py failed");
        return JSON.readTree(output).get(0);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
