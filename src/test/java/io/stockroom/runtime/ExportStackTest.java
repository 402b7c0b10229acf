package io.stockroom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.exports.ExportSql;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the template creates for exports: the bucket, the schedules, the rights, the alarm, and the table of Athena. */
class ExportStackTest {

    private static final String FUNCTION = "ExportTransactionsFunction";

    private final Template template = template(Map.of("Exports", "true"));

    @Test
    void everythingDependsOnTheParameter() {
        assertEquals("false", Template.part(template.parameters(), "Exports").get("Default"));
        for (String name : List.of(FUNCTION, "ExportTransactionsContinuation", "ExportTransactionsVersionAlarm", "ExportBucket",
                "ExportBucketPolicy", "ExportLateAlarm", "ExportComparisonAlarm")) {
            assertEquals("HasExports", template.resource(name).get("Condition"), name);
        }
    }

    @Test
    void theBucketIsPrivateEncryptedAndOutlivesTheStack() {
        Map<String, Object> bucket = template.properties("ExportBucket");
        for (String name : List.of("ExportBucket", "ExportBucketPolicy")) {
            assertEquals("Retain Retain",
                    template.resource(name).get("DeletionPolicy") + " " + template.resource(name).get("UpdateReplacePolicy"), name);
        }
        assertEquals("{ServerSideEncryptionConfiguration=[{ServerSideEncryptionByDefault={SSEAlgorithm=AES256}}]}",
                bucket.get("BucketEncryption").toString());
        assertEquals("{Rules=[{ObjectOwnership=BucketOwnerEnforced}]}", bucket.get("OwnershipControls").toString());
        Map<String, Object> blocked = Template.part(bucket, "PublicAccessBlockConfiguration");
        assertEquals(Set.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"), blocked.keySet());
        assertEquals(Set.of(true), Set.copyOf(blocked.values()));
    }

    @Test
    void theBucketAcceptsOnlyTls() {
        assertEquals("{Version=2012-10-17, Statement=[{Sid=OnlyTls, Effect=Deny, Principal=*, Action=s3:*, Resource=["
                + "{Fn::GetAtt=ExportBucket.Arn}, {Fn::Sub=${ExportBucket.Arn}/*}], Condition={Bool={aws:SecureTransport=false}}}]}",
                template.properties("ExportBucketPolicy").get("PolicyDocument").toString());
        assertEquals("{Ref=ExportBucket}", template.properties("ExportBucketPolicy").get("Bucket").toString());
    }

    @Test
    void incompleteUploadsEndAndFilesExpireOnlyIfThatIsWanted() {
        List<?> rules = (List<?>) Template.part(template.properties("ExportBucket"), "LifecycleConfiguration").get("Rules");
        assertEquals("{Id=incomplete, Status=Enabled, AbortIncompleteMultipartUpload={DaysAfterInitiation=1}}", rules.get(0).toString());
        assertEquals("{Fn::If=[ExportsExpire, {Id=expired, Status=Enabled, Prefix=transactions/, "
                + "ExpirationInDays={Ref=ExportRetentionDays}}, {Ref=AWS::NoValue}]}", rules.get(1).toString());
        assertEquals(2, rules.size());
        assertEquals(0, Template.part(template.parameters(), "ExportRetentionDays").get("Default"));
    }

    @Test
    void theFunctionMayInvokeOnlyItsOwnAlias() {
        Map<String, Object> policy = template.properties("ExportTransactionsContinuation");
        assertEquals("[{Ref=ExportTransactionsFunctionRole}]", policy.get("Roles").toString());
        assertEquals("[{Effect=Allow, Action=lambda:InvokeFunction, Resource={Ref=ExportTransactionsFunction.Alias}}]",
                Template.part(policy, "PolicyDocument").get("Statement").toString());
    }

    @Test
    void theCheckOfTheSetUpMayWriteOneObjectIfThereAreExports() {
        assertTrue(template.properties("CheckSetupFunction").get("Policies").toString()
                .contains("{Fn::If=[HasExports, {Version=2012-10-17, Statement=[{Effect=Allow, Action=s3:PutObject, "
                        + "Resource={Fn::Sub=${ExportBucket.Arn}/transactions/_check}}]}, {Ref=AWS::NoValue}]}"));
        assertEquals("ExportBucket", template.function("CheckSetupFunction").environment().get("STOCKROOM_EXPORTS_BUCKET"));
        assertFalse(template(Map.of()).function("CheckSetupFunction").environment().containsKey("STOCKROOM_EXPORTS_BUCKET"));
    }

    @Test
    void windowsAndComparisonsAreScheduled() {
        Map<String, Object> events = Template.part(template.properties(FUNCTION), "Events");
        assertEquals("{Type=ScheduleV2, Properties={ScheduleExpression={Ref=ExportRate}, Input={}}}", events.get("Windows").toString());
        assertEquals("{Type=ScheduleV2, Properties={ScheduleExpression={Ref=ExportComparisonRate}, Input={\"task\": \"compare\"}}}",
                events.get("Comparison").toString());
        assertEquals("rate(1 hour) rate(1 day)", Template.part(template.parameters(), "ExportRate").get("Default") + " "
                + Template.part(template.parameters(), "ExportComparisonRate").get("Default"));
    }

    @Test
    void aFailedRunIsNotRepeatedByLambda() {
        assertEquals(Map.of("MaximumRetryAttempts", 0, "MaximumEventAgeInSeconds", 300),
                Template.part(template.properties(FUNCTION), "EventInvokeConfig"));
    }

    @Test
    void theFunctionHasItsBucketAndLocationsAndAllTheTimeThatLambdaGives() {
        Function function = template(Map.of("Exports", "true", "ExportLocations", "4564,4565")).function(FUNCTION);
        assertEquals("ExportBucket", function.environment().get("STOCKROOM_EXPORTS_BUCKET"));
        assertEquals("4564,4565", function.environment().get("STOCKROOM_EXPORTS_LOCATIONS"));
        assertEquals("Ledger", function.environment().get("STOCKROOM_LEDGER_TABLE"));
        assertEquals(Duration.ofMinutes(15), function.timeout());
        assertEquals(256, function.memoryMegabytes());
    }

    /** Each allowed rate has a period, and two of them are within the longest time that an alarm can look back: a day, from an hour on a week. */
    @ParameterizedTest
    @CsvSource({"rate(15 minutes),900", "rate(1 hour),3600", "rate(6 hours),21600", "rate(1 day),86400"})
    void theAlarmFiresIfTwoPeriodsAreLate(String rate, int seconds) {
        Template given = template(Map.of("Exports", "true", "ExportRate", rate));
        assertEquals(seconds, given.property("ExportLateAlarm", "Period"));
        assertTrue(2 * seconds <= (seconds < 3600 ? 86_400 : 604_800));
        Map<String, Object> alarm = template.properties("ExportLateAlarm");
        assertEquals("WindowsBehind Minimum 2 1 GreaterThanOrEqualToThreshold breaching", alarm.get("MetricName") + " "
                + alarm.get("Statistic") + " " + alarm.get("EvaluationPeriods") + " " + alarm.get("Threshold") + " "
                + alarm.get("ComparisonOperator") + " " + alarm.get("TreatMissingData"));
        assertEquals("[{Name=FunctionName, Value={Ref=ExportTransactionsFunction}}]", alarm.get("Dimensions").toString());
    }

    @Test
    void anAlarmReportsAComparisonThatDoesNotCount() {
        Map<String, Object> alarm = template.properties("ExportComparisonAlarm");
        assertEquals("RejectedComparisons Sum 0 GreaterThanThreshold notBreaching", alarm.get("MetricName") + " " + alarm.get("Statistic")
                + " " + alarm.get("Threshold") + " " + alarm.get("ComparisonOperator") + " " + alarm.get("TreatMissingData"));
    }

    @Test
    void eachRateHasATest() {
        assertEquals(List.of("rate(15 minutes)", "rate(1 hour)", "rate(6 hours)", "rate(1 day)"),
                Template.part(template.parameters(), "ExportRate").get("AllowedValues"));
    }

    /** CloudWatch's limit. */
    @Test
    void noAlarmWatchesMoreThanTenMetrics() {
        template.resources().forEach((name, resource) -> {
            if (template.properties(name).get("Metrics") instanceof List<?> metrics) {
                assertTrue(metrics.stream().filter(metric -> metric.toString().contains("MetricStat")).count() <= 10, name);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"ExportLocations,'4564,4565'", "AltegioLocations,'4564, 4565'"})
    void theOutputIsTheTableOfTheDocument(String parameter, String locations) {
        String output = template(Map.of("Exports", "true", parameter, locations, "ExportBucket", "my-bucket")).output("ExportTable");

        assertEquals(normalized(ExportSql.statement("athena")), normalized(output));
    }

    @Test
    void withoutKnownLocationsEachQueryNamesOne() {
        String output = template(Map.of("Exports", "true", "ExportBucket", "my-bucket")).output("ExportTable");

        assertEquals(normalized(ExportSql.statement("athena").replaceFirst("'enum',\\s+'projection.location_id.values' = '4564,4565'",
                "'injected'")), normalized(output));
    }

    @Test
    void theOutputsNameTheBucketAndTheFunction() {
        assertEquals("ExportBucket", template.output("ExportBucket"));
        assertEquals(FUNCTION, template.output("ExportTransactionsFunctionName"));
    }

    private static String normalized(String sql) {
        return sql.replaceAll("\\s+", " ").strip();
    }

    private static Template template(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(Map.of("partner_token", "p", "user_token", "u", "webhook_secrets", "w", "stockroom/callers",
                "c"));
        all.putAll(values);
        return Template.read(Path.of("template.yaml"), all);
    }
}
