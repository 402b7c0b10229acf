package io.stockroom.runtime;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.config.ConfigCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks template.yaml for what no linter can: consistency with the code, authorization of routes, and permissions. */
class DeploymentTest {

    private static final Map<String, String> VALUES = Map.of("partner_token", "p", "user_token", "u", "Webhooks", "true", "webhook_secrets",
            "w", "stockroom/callers", "c");
    private static final Set<String> LOG_IN = Set.of("POST /auth", "POST /api/v1/auth");

    private final Template template = Template.read(Path.of("template.yaml"), VALUES);

    @Test
    void functionsAndHandlersMatch() {
        assertEquals(ConfigCheck.FUNCTIONS, template.functions().stream().map(Function::handler).sorted().toList());
    }

    @Test
    void allRoutesExceptWebhooksAndTheLogInRequireAuthorization() {
        Map<String, Object> security = new TreeMap<>();
        Template.part(template.properties("Api"), "DefinitionBody", "paths")
                .forEach((path, methods) -> ((Map<?, ?>) methods).forEach((method,
                        route) -> security.put(key(method, path), String.valueOf(((Map<?, ?>) route).get("security")))));

        Set<String> routes = new TreeSet<>();
        template.functions().forEach(function -> function.routes().forEach(route -> routes.add(route.key())));
        assertTrue(routes.removeIf(route -> route.contains("/webhooks/")));
        assertTrue(routes.removeAll(LOG_IN));
        assertEquals(routes, security.keySet());
        assertEquals(Set.of("{Fn::If=[ByKeys, [{Keys=[]}], {Fn::If=[ByJwt, [{Jwt=[]}], [{AWS_IAM=[]}]]}]}"),
                Set.copyOf(security.values()));
    }

    private static String key(Object method, String path) {
        return path.startsWith("/") ? method.toString().toUpperCase() + " " + path : path;
    }

    /** A program whose base URL ends with Altegio's prefix finds each route; API Gateway allows no route that ends with a slash. */
    @Test
    void thePrefixIsOptionalOnEachRoute() {
        for (Function function : template.functions()) {
            Set<String> paths = function.routes().stream().map(Function.Route::path).collect(Collectors.toCollection(TreeSet::new));
            Set<String> expected = new TreeSet<>();
            function.routes().stream().filter(route -> !route.isVariant()).map(Function.Route::path)
                    .forEach(path -> expected.addAll(path.equals("$default") ? Set.of(path)
                            : Set.of(path, "/api/v1" + path)));
            assertEquals(expected, paths, function.name());
        }
        assertEquals(List.of("$default"), template.function("RelayFunction").routes().stream().map(Function.Route::key).toList());
    }

    /** The routes of webhooks and of the log-in are open: none of their variants may escape the throttling. */
    @Test
    void eachVariantOfAnOpenRouteIsThrottled() {
        Set<Object> open = new TreeSet<>();
        template.functions().forEach(function -> function.routes().stream().map(Function.Route::key)
                .filter(key -> key.contains("/webhooks/")).forEach(open::add));
        open.addAll(LOG_IN);
        assertEquals(open, new TreeSet<>(((Map<?, ?>) template.properties("Api").get("RouteSettings")).keySet()));
    }

    @Test
    void grantsLeastPrivilegePermissions() {
        List<String> session = List.of("[dynamodb:GetItem, dynamodb:PutItem] Ledger.Arn of session#*");
        assertEquals(Map.ofEntries(
                entry("ListStoragesFunction", session), entry("ListGoodsFunction", session), entry("SearchTransactionsFunction", session),
                entry("CreateOperationFunction", List.of("[dynamodb:PutItem, dynamodb:UpdateItem, dynamodb:DeleteItem] Ledger.Arn",
                        "dynamodb:GetItem Ledger.Arn of session#*",
                        "dynamodb:Query Ledger.Arn/index/document")),
                entry("RelayFunction", List.of("[dynamodb:PutItem, dynamodb:UpdateItem, dynamodb:DeleteItem] Ledger.Arn",
                        "dynamodb:GetItem Ledger.Arn of session#*",
                        "dynamodb:Query Ledger.Arn/index/document")),
                entry("CheckSetupFunction", List.of("[dynamodb:PutItem, dynamodb:UpdateItem, dynamodb:DeleteItem] Ledger.Arn",
                        "dynamodb:GetItem Ledger.Arn of session#*",
                        "dynamodb:Query Ledger.Arn/index/document", "sqs:SendMessage Queue.Arn", "sqs:SendMessage DeadLetterQueue.Arn")),
                entry("ExportTransactionsFunction", List.of("[dynamodb:GetItem, dynamodb:PutItem] Ledger.Arn of session#*",
                        "[dynamodb:GetItem, dynamodb:PutItem, dynamodb:UpdateItem, dynamodb:DeleteItem] Ledger.Arn of export*",
                        "s3:PutObject ExportBucket.Arn/transactions/*")),
                entry("AnnounceStockFunction", List.of("[dynamodb:GetItem, dynamodb:PutItem] Ledger.Arn of session#*, stock#*",
                        "[sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes, sqs:ChangeMessageVisibility] StockQueue.Arn",
                        "events:PutEvents StockBus.Arn")),
                entry("FindStockChangesFunction", List.of("[dynamodb:GetItem, dynamodb:PutItem] Ledger.Arn of session#*, stock#*",
                        "sqs:SendMessage StockQueue.Arn")),
                entry("ReceiveWebhookFunction", List.of("sqs:SendMessage Queue.Arn")),
                entry("ApplyWebhookFunction", List.of("[dynamodb:PutItem, dynamodb:UpdateItem, dynamodb:DeleteItem] Ledger.Arn",
                        "dynamodb:GetItem Ledger.Arn of session#*",
                        "dynamodb:Query Ledger.Arn/index/document",
                        "[sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes, sqs:ChangeMessageVisibility] Queue.Arn",
                        "sqs:SendMessage DeadLetterQueue.Arn"))),
                statements());
    }

    /** Otherwise it would tell nothing about them. */
    @Test
    void theCheckOfTheSetUpHasTheRightsOfTheFunctionsThatItChecks() {
        Map<String, List<String>> all = statements();
        List<String> checked = Stream.of("CreateOperationFunction", "RelayFunction", "ReceiveWebhookFunction", "ApplyWebhookFunction")
                .flatMap(function -> all.get(function).stream()).filter(statement -> !statement.contains("sqs:ReceiveMessage")).toList();

        assertEquals(Set.copyOf(checked), Set.copyOf(all.get("CheckSetupFunction")));
    }

    /** CloudFormation announces each deployment that succeeded. */
    @Test
    void theSetUpIsCheckedHourlyAndAfterEachDeployment() {
        String events = template.properties("CheckSetupFunction").get("Events").toString();

        assertTrue(events.contains("ScheduleExpression=rate(1 hour)"), events);
        assertTrue(events.contains("stack-id=[{Ref=AWS::StackId}], status-details={status=[CREATE_COMPLETE, UPDATE_COMPLETE]}"), events);
        assertEquals("SetupFindings", template.properties("SetupAlarm").get("MetricName"));
    }

    @Test
    void atRunTimeTheFunctionsThatCallAltegioAndNoOthersMayReadItsSecret() {
        String policy = "{Fn::If=[AtRunTime, {Version=2012-10-17, Statement=[{Effect=Allow, Action=secretsmanager:GetSecretValue, Resource="
                + "{Fn::Sub=arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:${AltegioSecret}-??????}}]},"
                + " {Ref=AWS::NoValue}]}";
        for (Function function : template.functions()) {
            assertEquals(callsAltegio(function), String.valueOf(template.properties(function.name()).get("Policies")).contains(policy),
                    function.name());
        }
    }

    private static boolean callsAltegio(Function function) {
        return !Set.of("authorize", "log-in", "receive-webhook").contains(function.handler());
    }

    @Test
    void atDeploymentTheFunctionsThatCallAltegioAndNoOthersGetItsCredentials() {
        for (String access : List.of("token", "password")) {
            Map<String, String> atDeployment = new TreeMap<>(VALUES);
            atDeployment.putAll(Map.of("AltegioAccess", access, "login", "l", "password", "p"));
            Set<String> given = access.equals("token") ? Set.of("ALTEGIO_PARTNER_TOKEN", "ALTEGIO_USER_TOKEN")
                    : Set.of("ALTEGIO_PARTNER_TOKEN", "ALTEGIO_LOGIN", "ALTEGIO_PASSWORD");
            for (Function function : Template.read(Path.of("template.yaml"), atDeployment).functions()) {
                assertEquals(callsAltegio(function) ? given : Set.of(), credentials(function), function.name());
            }
        }
    }

    @Test
    void atRunTimeNoFunctionHasCredentialsInItsEnvironment() {
        Map<String, String> atRunTime = new TreeMap<>(VALUES);
        atRunTime.put("SecretAccess", "runtime");
        for (Function function : Template.read(Path.of("template.yaml"), atRunTime).functions()) {
            assertEquals(callsAltegio(function) ? Set.of("ALTEGIO_SECRETS") : Set.of(), credentials(function), function.name());
        }
    }

    private static Set<String> credentials(Function function) {
        return function.environment().keySet().stream()
                .filter(Set.of("ALTEGIO_SECRETS", "ALTEGIO_PARTNER_TOKEN", "ALTEGIO_USER_TOKEN", "ALTEGIO_LOGIN",
                        "ALTEGIO_PASSWORD")::contains)
                .collect(Collectors.toSet());
    }

    @Test
    void onlyFunctionsThatMayUseTheLedgerHaveItsTable() {
        for (Function function : template.functions()) {
            assertEquals(statements().getOrDefault(function.name(), List.of()).toString().contains("Ledger.Arn"),
                    function.environment().containsKey("STOCKROOM_LEDGER_TABLE"), function.name());
        }
    }

    @Test
    void onlyTheFunctionsThatCheckCallersKnowTheirSecrets() {
        for (Function function : template.functions()) {
            assertEquals(Set.of("authorize", "log-in").contains(function.handler()),
                    function.environment().containsKey("STOCKROOM_CALLERS_SECRET"), function.name());
        }
    }

    /** Without the mode, a function would respond to whatever reaches it. */
    @Test
    void allFunctionsAreClosedIfCallersHaveKeys() {
        Map<String, String> keys = new TreeMap<>(VALUES);
        keys.put("Access", "keys");
        Template.read(Path.of("template.yaml"), keys).functions()
                .forEach(function -> assertEquals("keys", function.environment().get("STOCKROOM_ACCESS_MODE"), function.name()));
    }

    @Test
    void visibilityTimeoutIsSixTimesTheFunctionTimeout() {
        Function apply = template.function("ApplyWebhookFunction");
        assertTrue((int) template.properties("Queue").get("VisibilityTimeout") >= 6 * apply.timeout().toSeconds());
        assertTrue(apply.routes().isEmpty());
        assertEquals(List.of("ReportBatchItemFailures"), template.properties("ApplyWebhookSource").get("FunctionResponseTypes"));
    }

    /** Without it, no function needs the queue or the bus, and no route takes events without a token. */
    @Test
    void stockIsAnnouncedOnlyIfThatIsWanted() {
        for (Function function : template.functions()) {
            boolean isForStock = Set.of("announce-stock", "find-stock-changes").contains(function.handler());
            assertEquals(isForStock, function.environment().containsKey("STOCKROOM_STOCK_QUEUE_URL"), function.name());
            assertEquals(isForStock, "AnnouncesStock".equals(((Map<?, ?>) template.resources().get(function.name())).get("Condition")),
                    function.name());
            assertFalse(function.environment().containsKey("STOCKROOM_WEBHOOKS_ALTEGIO_TOKENS"), function.name());
        }
        Map<String, String> values = new TreeMap<>(VALUES);
        values.putAll(Map.of("StockEvents", "true", "StockOwnBookings", "true", "altegio_tokens", "t"));
        Template announcing = Template.read(Path.of("template.yaml"), values);
        assertEquals("t", announcing.function("ReceiveWebhookFunction").environment().get("STOCKROOM_WEBHOOKS_ALTEGIO_TOKENS"));
        for (String name : List.of("ReceiveWebhookFunction", "CreateOperationFunction", "RelayFunction", "ApplyWebhookFunction",
                "CheckSetupFunction")) {
            assertEquals("StockQueue", announcing.function(name).environment().get("STOCKROOM_STOCK_QUEUE_URL"), name);
        }
        assertTrue(
                (int) template.properties("StockQueue").get("VisibilityTimeout") >= 6 * template.function("AnnounceStockFunction").timeout()
                        .toSeconds());
        assertEquals(List.of("ReportBatchItemFailures"), template.properties("AnnounceStockSource").get("FunctionResponseTypes"));
    }

    /** Both functions know the shop; only the one that verifies signatures has its secrets. An order's key is kept for more than a year. */
    @Test
    void theShopOfTheParametersReachesBothFunctions() {
        Map<String, String> values = new TreeMap<>(VALUES);
        values.putAll(Map.of("Webhooks", "false", "ShopKind", "shopify", "ShopLocationId", "4564", "ShopStorageId", "101", "ShopCurrency",
                "EUR", "shop_secrets", "s"));
        Template given = Template.read(Path.of("template.yaml"), values);
        Map<String, String> expected = Map.of("KIND", "shopify", "LOCATION_ID", "4564", "STORAGE_ID", "101", "MASTER_ID", "", "ACCOUNT_ID",
                "", "CURRENCY", "EUR", "BOOK_ON", "", "MATCH", "");
        Map<String, String> withSecrets = new TreeMap<>(expected);
        withSecrets.put("SECRETS", "s");

        assertEquals(expected, shop(given.function("ApplyWebhookFunction")));
        assertEquals(withSecrets, shop(given.function("ReceiveWebhookFunction")));
        assertFalse(given.function("ReceiveWebhookFunction").environment().containsKey("STOCKROOM_WEBHOOKS_SECRETS"));
        assertEquals("P400D", given.function("ApplyWebhookFunction").environment().get("STOCKROOM_LEDGER_TTL"));
        assertEquals("P30D", template.function("ApplyWebhookFunction").environment().get("STOCKROOM_LEDGER_TTL"));
        assertFalse(shop(template.function("ReceiveWebhookFunction")).containsKey("SECRETS"));
    }

    private static Map<String, String> shop(Function function) {
        Map<String, String> settings = new TreeMap<>();
        function.environment().forEach((name, value) -> {
            if (name.startsWith("STOCKROOM_SHOPS_SHOP_")) {
                settings.put(name.replace("STOCKROOM_SHOPS_SHOP_", ""), value);
            }
        });
        return settings;
    }

    @Test
    void containsNoSecrets() {
        for (Function function : template.functions()) {
            assertEquals(callsAltegio(function) ? "p" : null, function.environment().get("ALTEGIO_PARTNER_TOKEN"));
            assertFalse(function.environment().containsKey("ALTEGIO_PASSWORD"));
        }
        assertFalse(template.resources().toString().contains("whsec_"));
    }

    @Test
    void alarmsNotifyTheTopic() {
        List<String> alarms = template.resources().keySet().stream()
                .filter(name -> "AWS::CloudWatch::Alarm".equals(((Map<?, ?>) template.resources().get(name)).get("Type"))).toList();
        assertTrue(alarms.size() >= 8);
        alarms.forEach(alarm -> assertEquals("[{Ref=AlarmTopic}]", template.properties(alarm).get("AlarmActions").toString(), alarm));
    }

    private Map<String, List<String>> statements() {
        Map<String, List<String>> statements = new TreeMap<>();
        for (Function function : template.functions()) {
            Object policies = template.properties(function.name()).get("Policies");
            for (Object policy : policies == null ? List.of() : (List<?>) policies) {
                if (((Map<?, ?>) policy).containsKey("Fn::If")) {
                    continue;
                }
                for (Object statement : (List<?>) ((Map<?, ?>) policy).get("Statement")) {
                    Map<?, ?> allowed = (Map<?, ?>) statement;
                    statements.computeIfAbsent(function.name(), name -> new ArrayList<>())
                            .add(allowed.get("Action") + " " + resource((Map<?, ?>) allowed.get("Resource"))
                                    + (allowed.get("Condition") instanceof Map<?, ?> condition ? keys(condition) : ""));
                }
            }
        }
        return statements;
    }

    private static String keys(Map<?, ?> condition) {
        Map<?, ?> like = (Map<?, ?>) condition.get("ForAllValues:StringLike");
        return " of " + String.join(", ", ((List<?>) like.get("dynamodb:LeadingKeys")).stream().map(String::valueOf).toList());
    }

    /** The table of the stack's own stands for the one that it may be given instead. */
    private static Object resource(Map<?, ?> resource) {
        if (resource.get("Fn::If") instanceof List<?> choice) {
            return resource((Map<?, ?>) choice.get(1));
        }
        return resource.get("Fn::Sub") instanceof String text ? text.replaceAll("[${}]", "") : resource.get("Fn::GetAtt");
    }
}
