package io.stockroom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The operational side of template.yaml: deployments, alarms, logs, queues, notifications and the ledger. */
class StackTest {

    private static final Map<String, String> VALUES = Map.of("partner_token", "p", "user_token", "u", "Webhooks", "true", "webhook_secrets",
            "w", "stockroom/callers", "c");
    private static final String WEBHOOK_ROUTE = "POST /webhooks/operations/{location_id}";

    private final Template template = Template.read(Path.of("template.yaml"), VALUES);

    @Test
    void aDeploymentWatchesTheFailuresOfTheNewVersionOnly() {
        assertFalse(Template.part(template.globals(), "DeploymentPreference").containsKey("Alarms"));
        for (Function function : template.functions()) {
            String alarm = function.name().replace("Function", "VersionAlarm");
            assertEquals("[{Ref=" + alarm + "}]",
                    Template.part(template.properties(function.name()), "DeploymentPreference").get("Alarms").toString());
            assertTrue(template.properties(alarm).get("AlarmName").toString().contains("${" + function.name() + ".Version.Version}"),
                    alarm);

            String version = "{Fn::GetAtt=" + function.name() + ".Version.Version}";
            Map<String, Map<String, String>> watched = new TreeMap<>();
            for (Object metric : (List<?>) template.properties(alarm).get("Metrics")) {
                if (((Map<?, ?>) metric).get("MetricStat") instanceof Map<?, ?> stat) {
                    assertEquals(60, stat.get("Period"));
                    assertEquals("Sum", stat.get("Stat"));
                    Map<?, ?> source = (Map<?, ?>) stat.get("Metric");
                    watched.put(source.get("Namespace") + " " + source.get("MetricName"), dimensions(source));
                }
            }
            String name = "{Ref=" + function.name() + "}";
            assertEquals(Map.of(
                    "AWS/Lambda Errors",
                    Map.of("FunctionName", name, "Resource", "{Fn::Sub=${" + function.name() + "}:live}", "ExecutedVersion", version),
                    "Stockroom Failures", Map.of("FunctionName", name, "FunctionVersion", version),
                    "Stockroom ServerErrors", Map.of("FunctionName", name, "FunctionVersion", version)), watched, alarm);
            assertEquals("0 GreaterThanThreshold 1 notBreaching",
                    template.properties(alarm).get("Threshold") + " " + template.properties(alarm).get("ComparisonOperator")
                            + " " + template.properties(alarm).get("EvaluationPeriods") + " "
                            + template.properties(alarm).get("TreatMissingData"));
        }
    }

    @Test
    void whatBelongsToAConditionalFunctionIsConditionalToo() {
        assertEquals(true, Template.part(template.globals(), "DeploymentPreference").get("PassthroughCondition"));
        for (Function function : template.functions()) {
            assertEquals(template.resource(function.name()).get("Condition"),
                    template.resource(function.name().replace("Function", "VersionAlarm")).get("Condition"));
        }
    }

    @Test
    void theAgeOfQueuedOperationsIsWatchedAcrossRetries() {
        List<?> metrics = (List<?>) template.properties("QueueAgeAlarm").get("Metrics");
        Map<?, ?> stat = metrics.stream().map(metric -> ((Map<?, ?>) metric).get("MetricStat")).filter(each -> each != null)
                .map(each -> (Map<?, ?>) each)
                .filter(each -> "QueueAge".equals(((Map<?, ?>) each.get("Metric")).get("MetricName"))).findAny().orElseThrow();

        assertEquals("Maximum", stat.get("Stat"));
        // Two attempts are at most STOCKROOM_WEBHOOKS_MAX_DELAY and one batch apart.
        Duration apart = Duration.ofMinutes(15).plus(template.function("ApplyWebhookFunction").timeout());
        assertTrue((int) stat.get("Period") > apart.toSeconds());
        assertEquals("MAX([retried, waiting])", ((Map<?, ?>) metrics.get(0)).get("Expression"));
        assertEquals(3600, template.properties("QueueAgeAlarm").get("Threshold"));
        assertFalse(template.properties("Dashboard").toString().contains("ApproximateAgeOfOldestMessage"));
    }

    @Test
    void aQueuedOperationHasTimeWithinTheTimeoutOfItsFunction() {
        assertTrue(template.function("ApplyWebhookFunction").timeout().toSeconds() >= 22);
    }

    @Test
    void theAccessLogNamesTheCaller() throws IOException {
        JsonNode format = new ObjectMapper()
                .readTree(Template.part(template.properties("Api"), "AccessLogSettings").get("Format").toString());

        assertEquals("$context.identity.sourceIp", format.get("sourceIp").asText());
        assertEquals("$context.identity.userAgent", format.get("userAgent").asText());
        assertEquals("$context.identity.userArn", format.get("userArn").asText());
        assertEquals("$context.authorizer.claims.sub", format.get("subject").asText());
        assertEquals("$context.authorizer.caller", format.get("caller").asText());
        assertEquals("$context.authorizer.error", format.get("authorizerError").asText());
        assertEquals("userAgent", format.fieldNames().next());
        // The path of an event may contain its token.
        assertFalse(format.toString().contains("$context.path"), format.toString());
    }

    @Test
    void theOpenRouteHasAThrottleOfItsOwn() throws IOException {
        Map<String, Object> settings = Template.part(template.properties("Api"), "RouteSettings");
        List<?> choice = (List<?>) ((Map<?, ?>) settings.get(WEBHOOK_ROUTE)).get("Fn::If");
        Map<?, ?> limits = (Map<?, ?>) choice.get(1);

        assertEquals("ReceivesWebhooks", choice.get(0));
        assertEquals(settings.get(WEBHOOK_ROUTE), settings.get("POST /webhooks/shops/{shop}"));
        assertEquals(settings.get(WEBHOOK_ROUTE), settings.get("POST /webhooks/altegio/{location_id}/{token}"));
        assertEquals(Set.of("{Ref=WebhookRequestsPerSecond}"), limits.values().stream().map(Object::toString).collect(Collectors.toSet()));
        assertEquals(Set.of("ThrottlingRateLimit", "ThrottlingBurstLimit"), limits.keySet());
        assertTrue(template.functions().stream().flatMap(function -> function.routes().stream())
                .anyMatch(route -> route.key().equals(WEBHOOK_ROUTE)));
        assertTrue(Files.readString(Path.of("docs/webhooks.md")).contains("\n| 429 |"));
    }

    @Test
    void theLedgerOutlivesItsStackAndCanBeGivenToAnother() {
        Map<String, Object> ledger = template.resource("Ledger");
        assertEquals("Retain Retain CreatesLedger",
                ledger.get("DeletionPolicy") + " " + ledger.get("UpdateReplacePolicy") + " " + ledger.get("Condition"));
        assertEquals(true, template.properties("Ledger").get("DeletionProtectionEnabled"));

        Template given = Template.read(Path.of("template.yaml"), with("LedgerTable", "stockroom-Ledger-1"));
        for (String name : List.of("CreateOperationFunction", "ApplyWebhookFunction", "RelayFunction", "CheckSetupFunction",
                "ExportTransactionsFunction")) {
            assertEquals("Ledger", template.function(name).environment().get("STOCKROOM_LEDGER_TABLE"));
            assertEquals("stockroom-Ledger-1", given.function(name).environment().get("STOCKROOM_LEDGER_TABLE"));
            assertTrue(template.properties(name).get("Policies").toString().contains("{Fn::If=[CreatesLedger, {Fn::GetAtt=Ledger.Arn}, "
                    + "{Fn::Sub=arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${LedgerTable}}]}"), name);
        }
        assertEquals(15, template.resources().toString().split("Fn::GetAtt=Ledger", -1).length - 1);
    }

    @Test
    void everyQueueIsEncryptedAcceptsOnlyTlsAndLimitsWhoMayDeadLetterIntoIt() {
        Set<String> queues = ofType("AWS::SQS::Queue");
        assertEquals(Set.of("Queue", "DeadLetterQueue", "StockQueue", "StockDeadLetterQueue"), queues);
        for (String queue : queues) {
            assertEquals(true, template.properties(queue).get("SqsManagedSseEnabled"), queue);
            assertEquals("Retain", template.resource(queue).get("UpdateReplacePolicy"), queue);
            assertEquals("[{Ref=" + queue + "}]", template.properties(queue + "Policy").get("Queues").toString());
            Map<?, ?> statement = statement(queue + "Policy", "OnlyTls");
            assertEquals("Deny * sqs:* {Fn::GetAtt=" + queue + ".Arn} {Bool={aws:SecureTransport=false}}", statement.get("Effect") + " "
                    + statement.get("Principal") + " " + statement.get("Action") + " " + statement.get("Resource") + " "
                    + statement.get("Condition"));
        }
        for (String prefix : List.of("", "Stock")) {
            Map<String, Object> queue = template.properties(prefix + "Queue");
            Map<String, Object> allowed = Template.part(template.properties(prefix + "DeadLetterQueue"), "RedriveAllowPolicy");
            assertEquals("denyAll", Template.part(queue, "RedriveAllowPolicy").get("redrivePermission"));
            assertEquals("byQueue", allowed.get("redrivePermission"));
            String name = ((Map<?, ?>) queue.get("QueueName")).get("Fn::Sub").toString();
            assertEquals("[{Fn::Sub=arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:" + name + "}]",
                    allowed.get("sourceQueueArns").toString());
        }
    }

    @Test
    void notificationsAreEncryptedWithAKeyThatCloudWatchMayUse() {
        for (String topic : ofType("AWS::SNS::Topic")) {
            assertEquals("{Ref=AlarmKey}", template.properties(topic).get("KmsMasterKeyId").toString());
        }
        String statements = Template.part(template.properties("AlarmKey"), "KeyPolicy").get("Statement").toString();
        assertTrue(statements.contains("Principal={Service=cloudwatch.amazonaws.com}, Action=[kms:Decrypt, kms:GenerateDataKey*]"),
                statements);
        assertEquals("{Service=cloudwatch.amazonaws.com} sns:Publish",
                statement("AlarmTopicPolicy", "AlarmsOfThisAccount").get("Principal") + " "
                        + statement("AlarmTopicPolicy", "AlarmsOfThisAccount").get("Action"));
        assertEquals("{Bool={aws:SecureTransport=false}}", statement("AlarmTopicPolicy", "OnlyTls").get("Condition").toString());
    }

    @Test
    void reservedConcurrencyNamesTheQuotaOfNewAccounts() {
        assertTrue(Template.part(template.parameters(), "ReservedConcurrency").get("Description").toString().contains("quota of 10"));
    }

    private Map<?, ?> statement(String policy, String sid) {
        return ((List<?>) Template.part(template.properties(policy), "PolicyDocument").get("Statement")).stream()
                .map(each -> (Map<?, ?>) each)
                .filter(each -> sid.equals(each.get("Sid"))).findAny().orElseThrow();
    }

    private static Map<String, String> dimensions(Map<?, ?> metric) {
        return ((List<?>) metric.get("Dimensions")).stream().map(each -> (Map<?, ?>) each)
                .collect(Collectors.toMap(each -> each.get("Name").toString(), each -> each.get("Value").toString()));
    }

    private static Map<String, String> with(String parameter, String value) {
        Map<String, String> values = new TreeMap<>(VALUES);
        values.put(parameter, value);
        return values;
    }

    private Set<String> ofType(String type) {
        Set<String> names = new TreeSet<>(template.resources().keySet());
        names.removeIf(name -> !type.equals(template.resource(name).get("Type")));
        return names;
    }
}
